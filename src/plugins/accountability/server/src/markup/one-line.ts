import { BLOCKS } from './elements';
import { attributeOf, decoded } from './tag-at';
import { tokensOf, type Token } from './tokens';

const HAS_MARKUP = /[<&]/;
/** Cells of a table stand beside each other. */
const SPACED: ReadonlySet<string> = new Set(['br', 'td', 'th']);

/** What a token is in running text: its words, and a space for what begins another line. */
function wordsOf(token: Token): string {
  if (token.kind === 'text') return token.text;
  if (token.name === 'img') return attributeOf(token, 'alt') ?? '';
  return BLOCKS.has(token.name) || SPACED.has(token.name) ? ' ' : '';
}

/**
 * A text as one line for titles, addresses and mails: without the tags of HTML, character references decoded. A text
 * without either stays as it is, and so do signs that only look like a tag: `3 < 5`, `x<y`.
 */
export function oneLine(text: string): string {
  if (!HAS_MARKUP.test(text)) return text;
  const words = tokensOf(text).map(wordsOf).join('');
  return decoded(words).replace(/\s+/g, ' ').trim();
}
