import { WEIGHTS, type Weight } from '../declaration';
import { lexeme } from './match';

/** The tokens of the texts of an entry, by weight; one list per text. */
export type EntryTokens = Readonly<Record<Weight, readonly (readonly string[])[]>>;

/** Separates two texts: no phrase goes across. No word has it. */
const BETWEEN = '¶';
/** Precedes a repeated token of a code or title: an index of PostgreSQL knows no weights. No word has it. */
export const NAME_MARK = '¶';
const IN_NAMES: readonly Weight[] = ['code', 'title'];
const LABELS: Readonly<Record<Weight, string>> = { code: 'A', title: 'B', text: 'C', related: 'D' };
/** PostgreSQL keeps no place beyond. */
const LAST_PLACE = 16_383;
/** Places kept of a token. */
const MAX_PLACES = 255;

/** The tokens of a weight for a column of FTS5. Pure. */
export const fts5Column = (texts: readonly (readonly string[])[]): string =>
  texts.map((tokens) => tokens.join(' ')).join(` ${BETWEEN} `);

/** The tokens as a `tsvector`, with their places. Pure. */
export function vectorOf(tokens: EntryTokens): string {
  const places = new Map<string, string[]>();
  const add = (token: string, at: string): void => {
    const known = places.get(token);
    if (!known) places.set(token, [at]);
    else if (known.length < MAX_PLACES) known.push(at);
  };
  let place = 0;
  for (const weight of WEIGHTS) {
    for (const text of tokens[weight]) {
      place += 1; // no phrase goes across
      for (const token of text) {
        place += 1;
        add(token, `${Math.min(place, LAST_PLACE)}${LABELS[weight]}`);
        if (IN_NAMES.includes(weight)) add(NAME_MARK + token, String(Math.min(place, LAST_PLACE)));
      }
    }
  }
  return [...places].map(([token, at]) => `${lexeme(token)}:${at.join(',')}`).join(' ');
}
