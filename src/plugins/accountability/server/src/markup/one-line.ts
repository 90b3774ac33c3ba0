import { BLOCKS } from './elements';
import { attributeOf, decoded } from './tag-at';
import { tokensOf, type Token } from './tokens';

const HAS_MARKUP = /[<&]/;
/** Table cells are displayed side by side. */
const SPACED: ReadonlySet<string> = new Set(['br', 'td', 'th']);

/** A token in running text: its words, and a space where a line starts. */
function wordsOf(token: Token): string {
  if (token.kind === 'text') return token.text;
  if (token.name === 'img') return attributeOf(token, 'alt') ?? '';
  return BLOCKS.has(token.name) || SPACED.has(token.name) ? ' ' : '';
}

/**
 * A text as one line for titles, addresses and mails: HTML tags removed, character references decoded. A text
 * without either is unchanged, and so are characters that only look like a tag: `3 < 5`, `x<y`.
 */
export function oneLine(text: string): string {
  if (!HAS_MARKUP.test(text)) return text;
  const words = tokensOf(text).map(wordsOf).join('');
  return decoded(words).replace(/\s+/g, ' ').trim();
}
