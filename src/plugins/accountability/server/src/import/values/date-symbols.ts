import { MAX_PHRASE_WORDS, meaningsOf, plainWord, type Meaning } from './date-words';

/** A part of a date as it is written. */
export type DateSymbol =
  | { readonly kind: 'number'; readonly number: number; readonly digits: number }
  | { readonly kind: 'sign'; readonly sign: string; readonly isSpaced: boolean }
  | Meaning;

const TOKEN =
  /(?<number>\d{1,20})|(?<word>[\p{L}ºª][\p{L}\p{M}']{0,40})|(?<sign>[-–—/.,:()])|(?<space>\s)|(?<other>.)/gsu;
const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv'];
/** Signs of which nothing is said about the date. */
const SILENT = ',:()';

/** Latin digits, one kind of space and of apostrophe, and nothing that is not displayed. */
export const plainDateText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The symbols of a text, `ambiguous` where a word means several things; null where it holds anything else than a date. */
export function symbolsOf(text: string, languages: readonly string[]): DateSymbol[] | 'ambiguous' | null {
  const tokens = [...text.matchAll(TOKEN)];
  const symbols: DateSymbol[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { number, word, sign, other } = tokens[at]!.groups!;
    if (other !== undefined) return null;
    if (word !== undefined) {
      const found = phraseAt(tokens, at, languages);
      if (!found) return null;
      if (found.meanings.length > 1) return 'ambiguous';
      const meaning = found.meanings[0]!;
      if (meaning.kind !== 'filler') symbols.push(meaning);
      at = found.next;
      // The full stop of an abbreviation.
      if (tokens[at]?.groups!.sign === '.') at += 1;
      continue;
    }
    if (number !== undefined) symbols.push({ kind: 'number', number: Number(number), digits: number.length });
    if (sign !== undefined && !SILENT.includes(sign)) {
      const isSpaced = isSpace(tokens[at - 1]) && isSpace(tokens[at + 1]);
      symbols.push({ kind: 'sign', sign, isSpaced });
    }
    at += 1;
  }
  return symbols;
}

const isSpace = (token: RegExpExecArray | RegExpMatchArray | undefined): boolean =>
  token?.groups!.space !== undefined;

/** The longest known phrase that starts at a token. */
function phraseAt(
  tokens: readonly RegExpExecArray[],
  start: number,
  languages: readonly string[],
): { meanings: readonly Meaning[]; next: number } | null {
  const words: string[] = [];
  let best: { meanings: readonly Meaning[]; next: number } | null = null;
  for (let at = start; at < tokens.length && words.length < MAX_PHRASE_WORDS; at += 1) {
    const { word, space } = tokens[at]!.groups!;
    if (space !== undefined) continue;
    if (word === undefined) break;
    words.push(plainWord(word));
    const meanings = meaningsOf(words.join(' '), languages);
    if (meanings.length > 0) best = { meanings, next: at + 1 };
  }
  const roman = ROMAN.indexOf(words[0] ?? '');
  if (best || roman === -1) return best;
  return { meanings: [{ kind: 'ordinal', number: roman + 1 }], next: start + 1 };
}
