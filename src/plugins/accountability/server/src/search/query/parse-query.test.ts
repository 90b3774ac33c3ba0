import fc from 'fast-check';
import { Analyser } from '../analysis/analyser';
import { foldWord, MAX_WORD_LENGTH, wordsOf } from '../analysis/words';
import { parseQuery } from './parse-query';

const analyser = new Analyser(
  new Map([
    ['en', { script: /^[a-z']+$/, version: 1, stopWords: ['and'], stem: (word) => word.replace(/s$/, '') }],
  ]),
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

describe('a parsed query', () => {
  it('is made of any text, with a bounded number of terms that each have something to look for', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { terms } = parseQuery(text, analyser);
        expect(terms.length).toBeLessThanOrEqual(16);
        for (const { alternatives } of terms) {
          expect(alternatives.length).toBeGreaterThan(0);
          for (const tokens of alternatives) expect(tokens.every((token) => token !== '')).toBe(true);
        }
      }),
    );
  });

  it('has words that stay the same when they are folded again, of bounded length, at their places', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { word, start, end } of wordsOf(text)) {
          expect(word.length).toBeLessThanOrEqual(MAX_WORD_LENGTH);
          expect(foldWord(text.slice(start, end))).toBe(word);
          expect(foldWord(word)).toBe(word);
        }
      }),
    );
  });
});
