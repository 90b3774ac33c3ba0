import IntlMessageFormat from 'intl-messageformat';
import { writtenAs } from './written-as';

/** What goes into a message: by the name of its placeholder. */
export type MessageValues = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();
/** Messages come from word files: as many as there are of them, and no more unless somebody puts texts together. */
const MOST_FORMATS = 20_000;

/** Whether a message is its own text: nothing in it is syntax of ICU MessageFormat. */
const isPlain = (message: string): boolean => !/[{}']/.test(message);

/**
 * A message in ICU MessageFormat with its values: `{name}`, `{count, plural, one {…} other {…}}`. A value that is not
 * given leaves its placeholder, so that a mistake shows as one and breaks no page.
 * @throws SyntaxError for a message that is no ICU message
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
