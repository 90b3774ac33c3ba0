import { HIDDEN } from './elements';
import { tagAt, type Tag } from './tag-at';

/** A token of a text with HTML. Character references are not decoded. */
export type Token = { readonly kind: 'text'; readonly text: string } | Tag;

/** Declarations and processing instructions: `<!doctype html>`, `<![endif]>`, `<?xml …?>`. */
const DECLARATION = /<(?:![a-z[]|\?[a-z])[^<>]{0,500}>/iy;
const COMMENT = '<!--';
const COMMENT_END = '-->';
const CANDIDATES = /<|`+/g;

type Find = (what: string, from: number) => number | null;

/**
 * Returns the end of the next match; a missing pattern is searched for once. Positions must be given in ascending
 * order.
 */
function endFinder(text: string): Find {
  const missing = new Set<string>();
  return (what, from) => {
    if (missing.has(what)) return null;
    const at = text.indexOf(what, from);
    if (at === -1) missing.add(what);
    return at === -1 ? null : at + what.length;
  };
}

const CLOSING_TAG = /<\/([a-z]{1,12})\s{0,20}>/gi;

/** Returns the end of the next closing tag of a name. Positions must be given in ascending order. */
function closingTagFinder(text: string): Find {
  const ends = new Map<string, number[]>();
  let isRead = false;
  return (name, from) => {
    if (!isRead) {
      for (const { 0: tag, 1: written = '', index } of text.matchAll(CLOSING_TAG)) {
        const key = written.toLowerCase();
        if (!HIDDEN.has(key)) continue;
        const known = ends.get(key);
        if (known) known.push(index + tag.length);
        else ends.set(key, [index + tag.length]);
      }
      for (const known of ends.values()) known.reverse();
      isRead = true;
    }
    // The previous result is still the next one.
    const left = ends.get(name) ?? [];
    while (left.length > 0 && (left.at(-1) as number) <= from) left.pop();
    return left.at(-1) ?? null;
  };
}

/** A token other than text: a tag, or something that is not displayed. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly tag: Tag | null;
}

/**
 * The HTML tokens of a text, in order.
 * @param hasCode whether the text is Markdown, in which code shows tags literally
 */
function* partsOf(text: string, { hasCode }: { hasCode: boolean }): Generator<Part> {
  const find = endFinder(text);
  const findClosingTag = closingTagFinder(text);
  let position = 0;
  for (const { 0: sign, index: from } of text.matchAll(CANDIDATES)) {
    if (from < position) continue;
    if (sign !== '<') {
      if (hasCode) position = codeEnd(text, from, sign, find);
      continue;
    }
    const hidden = hiddenEnd(text, from, find);
    if (hidden !== null) {
      position = hidden;
      yield { from, to: position, tag: null };
      continue;
    }
    const found = tagAt(text, from);
    if (!found) continue;
    const { tag, end, isSelfClosing } = found;
    const isHidden = HIDDEN.has(tag.name);
    const hasContent = isHidden && !tag.isClosing && !isSelfClosing;
    position = (hasContent ? findClosingTag(tag.name, end) : null) ?? end;
    yield { from, to: position, tag: isHidden ? null : tag };
  }
}

/**
 * The end of the code span that starts with a run of backticks: after the next run of the same length, in its
 * paragraph.
 */
function codeEnd(text: string, at: number, run: string, find: Find): number {
  const begin = at + run.length;
  const end = find(run, begin);
  if (end === null || text[end] === '`') return begin;
  const isFence = run.length > 2;
  return isFence || !text.slice(begin, end).includes('\n\n') ? end : begin;
}

/** The end of a comment or a declaration; null where none starts. */
function hiddenEnd(text: string, at: number, find: Find): number | null {
  if (text.startsWith(COMMENT, at)) return find(COMMENT_END, at) ?? at + COMMENT.length;
  DECLARATION.lastIndex = at;
  const declaration = DECLARATION.exec(text);
  return declaration && at + declaration[0].length;
}

/**
 * Splits a text without Markdown into HTML tags and text. Comments, declarations and the content of scripts, styles
 * and the like are removed. Linear time.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const { from, to, tag } of partsOf(text, { hasCode: false })) {
    if (from > position) tokens.push({ kind: 'text', text: text.slice(position, from) });
    if (tag) tokens.push(tag);
    position = to;
  }
  if (position < text.length) tokens.push({ kind: 'text', text: text.slice(position) });
  return tokens;
}

/**
 * A Markdown text without comments, declarations and the content of scripts, styles and the like; code is left
 * unchanged.
 */
export function withoutHidden(text: string): string {
  if (!text.includes('<')) return text;
  const kept: string[] = [];
  let position = 0;
  for (const { from, to, tag } of partsOf(text, { hasCode: true })) {
    if (tag) continue;
    kept.push(text.slice(position, from));
    position = to;
  }
  return kept.join('') + text.slice(position);
}
