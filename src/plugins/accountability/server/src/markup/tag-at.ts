import { BARE_ATTRIBUTES, ELEMENTS, OFFICE_PREFIXES } from './elements';

type Decoder = typeof import('entities/decode');

let decoder: Decoder | undefined;
/** Loaded with the first character reference: its tables take 4 ms that no start needs. */
const loadDecoder = (): Decoder =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with the application
  (decoder ??= require('entities/decode') as Decoder);

/** An HTML tag inside a text. */
export interface Tag {
  readonly kind: 'tag';
  /** In lower case, with its prefix: `br`, `o:p`. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Values as written; an attribute without a value has none. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** A tag and its end in the text. */
export interface FoundTag {
  readonly tag: Tag;
  readonly end: number;
  readonly isSelfClosing: boolean;
}

const START = /<(\/?)([a-z][a-z0-9]{0,11})(?::([a-z][a-z0-9]{0,31}))?/iy;
/** A space before it is optional after a quoted value. */
const ATTRIBUTE =
  /(?:\s+|(?<=["']))([a-z_:@][\w:.-]{0,63})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`][^\s"'<>`]*)|(?=[\s/>]))/iy;
const END = /\s*(\/?)>/y;
/**
 * A longer tag is treated as text. This limit, and `<` being allowed only in quoted values, keep parsing linear.
 */
const MAX_ATTRIBUTES = 40;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const isElement = (name: string, local: string | undefined): boolean =>
  local === undefined ? ELEMENTS.has(name) : OFFICE_PREFIXES.has(name);

const withoutQuotes = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value);

/**
 * The tag at a position of a text; null where the `<` is a literal character: `3 < 5`, `x<y`, `<me@example.org>`.
 * HTML parsers treat more as tags, and a sanitiser would drop those words.
 */
export function tagAt(text: string, at: number): FoundTag | null {
  const start = matchAt(START, text, at);
  if (!start) return null;
  const [{ length }, slash, written = '', local] = start;
  const name = written.toLowerCase();
  if (!isElement(name, local)) return null;
  const attributes = new Map<string, string>();
  let next = at + length;
  for (let count = 0; count <= MAX_ATTRIBUTES; count += 1) {
    const end = matchAt(END, text, next);
    if (end) {
      const full = local === undefined ? name : `${name}:${local.toLowerCase()}`;
      const tag: Tag = { kind: 'tag', name: full, isClosing: slash === '/', attributes };
      return { tag, end: next + end[0].length, isSelfClosing: end[1] === '/' };
    }
    const attribute = matchAt(ATTRIBUTE, text, next);
    if (!attribute) return null;
    const [whole, attributeName = '', value] = attribute;
    const key = attributeName.toLowerCase();
    if (value === undefined && !BARE_ATTRIBUTES.has(key)) return null;
    if (!attributes.has(key)) attributes.set(key, withoutQuotes(value ?? ''));
    next += whole.length;
  }
  return null;
}

/** Decodes HTML character references: `&amp;` is `&`; one without its semicolon is text. */
export const decoded = (text: string): string =>
  text.includes('&') ? loadDecoder().decodeHTMLStrict(text) : text;

/** The value of a tag's attribute, its character references decoded; null without it. */
export function attributeOf({ attributes }: Tag, name: string): string | null {
  const value = attributes.get(name);
  return value === undefined ? null : decoded(value).trim();
}
