import { decodeHTMLStrict } from 'entities';
import { BARE_ATTRIBUTES, ELEMENTS, HIDDEN, OFFICE_PREFIXES } from './elements';

/** A tag of HTML inside a text. */
export interface Tag {
  readonly kind: 'tag';
  /** In small letters. */
  readonly name: string;
  readonly isClosing: boolean;
  /** As they were written. */
  readonly attributes: string;
}

/** What a text with HTML in it is made of. Character references are still in the text. */
export type Token = { readonly kind: 'text'; readonly text: string } | Tag;

/** A tag has at most 40 attributes of at most 4,000 characters; a longer one is text. */
const ATTRIBUTE = String.raw`(?:\s+|(?<=["']))(?:[a-z_:@][\w:.-]{0,63}\s*=\s*(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'=<>\x60]{1,4000})|(?:${BARE_ATTRIBUTES})(?=[\s/>]))`;
const TAG = new RegExp(
  String.raw`<(\/?)([a-z][a-z0-9]{0,11})(?::([a-z][a-z0-9]{0,31}))?((?:${ATTRIBUTE}){0,40})\s*\/?>`,
  'iy',
);
/** A code span of Markdown: what looks like a tag in it is meant to be read. */
const CODE_SPAN = /`[^`\n]{1,500}`/y;
/** Declarations and processing instructions: `<!doctype html>`, `<![endif]>`, `<?xml …?>`. */
const DECLARATION = /<(?:![a-z[]|\?[a-z])[^<>]{0,500}>/iy;
const COMMENT = '<!--';

const isElement = (name: string, local: string | undefined): boolean =>
  local === undefined ? ELEMENTS.has(name) : OFFICE_PREFIXES.has(name);

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Finds the ends of what has one; looks for each end once where there is none. */
function endFinder(text: string): (end: RegExp, from: number) => number | null {
  const missing = new Set<string>();
  return (end, from) => {
    if (missing.has(end.source)) return null;
    const found = matchAt(end, text, from);
    if (!found) missing.add(end.source);
    return found && found.index + found[0].length;
  };
}

/**
 * Divides a text into the tags of HTML in it and the text between. Comments, declarations and the content of scripts,
 * styles and the like are left out. The time it takes grows with the length of the text, whatever is in it.
 * @param hasCode whether the text is Markdown, in which code spans show tags
 */
export function tokensOf(text: string, { hasCode }: { hasCode: boolean }): Token[] {
  const tokens: Token[] = [];
  const candidates = hasCode ? /[<`]/g : /</g;
  const endOf = endFinder(text);
  let told = 0;
  const skip = (from: number, to: number): void => {
    if (from > told) tokens.push({ kind: 'text', text: text.slice(told, from) });
    told = to;
    candidates.lastIndex = to;
  };
  for (let found = candidates.exec(text); found; found = candidates.exec(text)) {
    const at = found.index;
    if (found[0] === '`') {
      candidates.lastIndex = at + (matchAt(CODE_SPAN, text, at)?.[0].length ?? 1);
      continue;
    }
    if (text.startsWith(COMMENT, at)) {
      skip(at, endOf(/-->/g, at) ?? at + COMMENT.length);
      continue;
    }
    const declaration = matchAt(DECLARATION, text, at);
    const tag = declaration ? null : matchAt(TAG, text, at);
    if (declaration) skip(at, at + declaration[0].length);
    if (!tag) continue;
    const [whole, slash, written = '', local, attributes = ''] = tag;
    const name = written.toLowerCase();
    if (!isElement(name, local)) continue;
    const isClosing = slash === '/';
    const end = at + whole.length;
    if (!isClosing && !whole.endsWith('/>') && HIDDEN.has(name)) {
      skip(at, endOf(new RegExp(String.raw`<\/${name}\s{0,20}>`, 'gi'), end) ?? end);
      continue;
    }
    skip(at, end);
    tokens.push({
      kind: 'tag',
      name: local === undefined ? name : `${name}:${local}`,
      isClosing,
      attributes,
    });
  }
  if (told < text.length) tokens.push({ kind: 'text', text: text.slice(told) });
  return tokens;
}

/** The characters that character references of HTML stand for: `&amp;` is `&`; one without its semicolon is text. */
export const decoded = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text);

/** The value of an attribute of a tag, its character references as they are; null without it. */
export function attributeOf({ attributes }: Tag, name: string): string | null {
  const pattern = new RegExp(
    String.raw`(?:^|[\s"'])${name}\s{0,100}=\s{0,100}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>\x60]+))`,
    'i',
  );
  const found = pattern.exec(attributes);
  return found && (found[1] ?? found[2] ?? found[3] ?? '').trim();
}
