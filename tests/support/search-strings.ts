import fc from 'fast-check';
import type { Tracker } from './tracker';

/** What means something to FTS5, to `tsquery`, to JSON, to a URL or to a browser. */
const OPERATORS = [
  '"',
  "'",
  '“',
  '„',
  '«',
  '»',
  '*',
  '^',
  '-',
  '+',
  ':',
  '(',
  ')',
  '{',
  '}',
  '&',
  '|',
  '!',
  '<->',
  '<2>',
  ':*',
  ':A',
  '\\',
  '\0',
  '¶',
  '%',
  '_',
  '?',
  '$1',
  ';--',
  ' AND ',
  ' OR ',
  ' NOT ',
  ' NEAR(',
  'title : ',
  'rowid',
  '\u202E',
  '\uFEFF',
  '\u0301',
  '\uD800',
  '2.2.1',
  'GE-0082',
  'ქუთაისი',
  'البلدية',
  'l’eau',
  'public spaces',
];

/** Strings of any kind that may be searched for. */
export const searchStrings = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...OPERATORS), fc.string({ maxLength: 4 })), { maxLength: 30 })
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), fc.nat(200))
    .map(([part, times]) => part.repeat(times)),
);

/** Slower answers are faults, in milliseconds. */
const BOUND = 1_000;

/**
 * Searches for strings on the API, and for some of them on the list.
 * @param listEvery 1 searches for each on the list too, 10 for every tenth
 * @returns what was answered with a server error, or too late
 */
export async function hostileSearches(
  { url }: Pick<Tracker, 'url'>,
  { count, seed, listEvery }: { readonly count: number; readonly seed: number; readonly listEvery: number },
): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, text] of fc.sample(searchStrings, { numRuns: count, seed }).entries()) {
    const q = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
    for (const path of [`/api/search?q=${q}`, ...(index % listEvery === 0 ? [`/commitments?q=${q}`] : [])]) {
      const start = performance.now();
      const answer = await fetch(`${url}${path}`);
      await answer.arrayBuffer();
      const time = performance.now() - start;
      if (answer.status >= 500 || time > BOUND)
        faults.push(`${answer.status} after ${time.toFixed(0)} ms: ${path}`);
    }
  }
  return faults;
}
