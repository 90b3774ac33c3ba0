import type IntlMessageFormat from 'intl-messageformat';
import { writingDirection } from '../../../shared/writing-direction';
import { listText } from './list-text';
import { writtenAs } from './written-as';

/** Values of a message, by the name of their placeholder; a list is written as the language lists things. */
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

/** Values as they are put into a message. */
type TextValues = Readonly<Record<string, string | number>>;

type Library = typeof import('intl-messageformat');

/** Loaded with the first message that has more than names to be filled in: 27 ms that no start needs. */
const library = (): Library =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with the application
  require('intl-messageformat') as Library;

const formats = new Map<string, IntlMessageFormat>();
/** Cache of parsed messages: bounded by the word files, unless a caller composes messages. */
const MAX_FORMATS = 20_000;

const NAMES = /\{\s*([A-Za-z_]\w*)\s*\}/g;

/** Whether a message contains no ICU syntax but names in braces, so that it is its own text once they are filled in. */
const hasOnlyNames = (message: string): boolean => !/[{}']/.test(message.replace(NAMES, ''));

/** A message with its names filled in, as the library does: numbers as they are, nothing for an empty value. */
const filledIn = (message: string, values: TextValues): string =>
  message.replace(NAMES, (_placeholder, name: string) =>
    // A caller without types may give neither text nor number.
    Object.hasOwn(values, name)
      ? String((values[name] as string | number | null | undefined) ?? '')
      : `{${name}}`,
  );

const ISO_DATE = /^\d{4}-\d{2}/;

/**
 * A value of a message that is written from the right: after its letters `2018-10-15` would be shown as 15-10-2018, so
 * dates are in an isolate from the left (Unicode Bidirectional Algorithm, 2.4).
 */
const isolatedDate = (text: string): string => (ISO_DATE.test(text) ? `\u2066${text}\u2069` : text);

const isList = (value: string | number | readonly string[]): value is readonly string[] =>
  Array.isArray(value);

/** Values as the language writes them. */
function valuesIn(language: string, values: MessageValues): TextValues {
  const isFromRight = writingDirection(language) === 'rtl';
  if (!isFromRight && !Object.values(values).some(isList)) return values as TextValues;
  const isolated = isFromRight ? isolatedDate : (text: string) => text;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isList(value)
        ? listText(language, value.map(isolated))
        : typeof value === 'string'
          ? isolated(value)
          : value,
    ]),
  );
}

/**
 * Formats a message in ICU MessageFormat: `{name}`, `{count, plural, one {…} other {…}}`. A missing value leaves
 * its placeholder, so that the mistake is visible and breaks no page.
 * @throws SyntaxError for an invalid ICU message
 */
export function formatMessage(language: string, message: string, given: MessageValues = {}): string {
  const values = valuesIn(language, given);
  if (hasOnlyNames(message)) return filledIn(message, values);
  const key = `${language}\0${message}`;
  let format = formats.get(key);
  if (!format) {
    const { IntlMessageFormat } = library();
    format = new IntlMessageFormat(message, writtenAs(language), undefined, { ignoreTag: true });
    if (formats.size >= MAX_FORMATS) formats.clear();
    formats.set(key, format);
  }
  const complete = new Proxy(values, {
    get: (known, name) => (Object.hasOwn(known, name) ? known[name as string] : `{${String(name)}}`),
    has: () => true,
  });
  return String(format.format(complete));
}
