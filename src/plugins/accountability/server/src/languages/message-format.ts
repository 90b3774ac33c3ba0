import IntlMessageFormat from 'intl-messageformat';
import { writtenAs } from './written-as';

/** Values of a message, by the name of their placeholder. */
export type MessageValues = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();
/** Cache of parsed messages: bounded by the word files, unless a caller composes messages. */
const MOST_FORMATS = 20_000;

/** Whether a message contains no ICU syntax, so that it is its own text. */
const isPlain = (message: string): boolean => !/[{}']/.test(message);

/**
 * Formats a message in ICU MessageFormat: `{name}`, `{count, plural, one {…} other {…}}`. A missing value leaves
 * its placeholder, so that the mistake is visible and breaks no page.
 * @throws SyntaxError for an invalid ICU message
 */
export function formatMessage(language: string, message: string, values: MessageValues = {}): string {
  if (isPlain(message)) return message;
  const key = `${language}\0${message}`;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, writtenAs(language), undefined, { ignoreTag: true });
    if (formats.size >= MOST_FORMATS) formats.clear();
    formats.set(key, format);
  }
  const complete = new Proxy(values, {
    get: (given, name) => (Object.hasOwn(given, name) ? given[name as string] : `{${String(name)}}`),
    has: () => true,
  });
  return String(format.format(complete as Record<string, string | number>));
}
