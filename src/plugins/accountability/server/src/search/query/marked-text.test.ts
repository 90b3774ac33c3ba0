import fc from 'fast-check';
import { wordsOf } from '../analysis/words';
import { foundTerms, hitsIn, markedText, snippetOf, type MarkedPart } from './marked-text';
import type { Term } from './parse-query';

const term = (alternatives: readonly (readonly string[])[], prefixes: readonly string[] = []): Term => ({
  words: alternatives[0] ?? [],
  alternatives,
  prefixes,
  isPhrase: (alternatives[0]?.length ?? 0) > 1,
});
const tokensOf = (text: string) => wordsOf(text).map((word) => ({ ...word, token: word.word }));
const textOf = (parts: readonly MarkedPart[]): string => parts.map(({ text }) => text).join('');
const marksIn = (parts: readonly MarkedPart[]): string[] =>
  parts.flatMap(({ text, mark }) => (mark ? [text] : []));

const word = fc.constantFrom('open', 'data', 'law', 'Tbilisi', 'ღია', '👍🏽', '2.1', 'a', 'é', '—');
const texts = fc.oneof(
  fc.array(word, { maxLength: 120 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const terms = fc.array(
  fc
    .tuple(
      fc.array(
        fc.array(
          word.map((one) => one.toLowerCase()),
          { minLength: 1, maxLength: 3 },
        ),
        { maxLength: 3 },
      ),
      fc.array(fc.constantFrom('op', 'da', 'ღ', 'tb'), { maxLength: 2 }),
    )
    .map(([alternatives, prefixes]) => term(alternatives, prefixes)),
  { maxLength: 4 },
);

/** Half of a character at either end of a part, where the text has the whole. */
const isCut = (text: string, part: string): boolean => {
  const at = text.indexOf(part);
  const halves = (place: number): boolean =>
    /[\uD800-\uDBFF]/.test(text[place - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[place] ?? '');
  return halves(at) || halves(at + part.length);
};

describe('a text with what was found marked', () => {
  it('is the text itself, whatever is marked, and hits are within it and in order', () => {
    fc.assert(
      fc.property(texts, terms, (text, wanted) => {
        const hits = hitsIn(tokensOf(text), wanted);
        expect(textOf(markedText(text, hits))).toBe(text);
        let last = 0;
        for (const { start, end, term: index } of hits) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(wanted[index]).toBeDefined();
          last = start;
        }
        expect(foundTerms(hits)).toBeLessThanOrEqual(wanted.length);
      }),
      { numRuns: 200 },
    );
  });

  it('has a snippet of it, of bounded length, with a mark where there is a hit', () => {
    fc.assert(
      fc.property(texts, terms, (text, wanted) => {
        const hits = hitsIn(tokensOf(text), wanted);
        const parts = snippetOf(text, hits);
        const ends = [parts[0], parts.at(-1)].map((part) => part?.text === '…' && !part.mark);
        const inner = textOf(
          text.length <= 220
            ? parts
            : parts.slice(ends[0] ? 1 : 0, ends[1] && parts.length > 1 ? -1 : undefined),
        );
        expect(text).toContain(inner);
        expect(inner.length).toBeLessThanOrEqual(250);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        if (inner !== '' && text.length > 220) expect(isCut(text, inner)).toBe(false);
        const isShort = hits.every(({ start, end }) => end - start < 60);
        if (hits.length > 0 && isShort) expect(marksIn(parts).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('marks phrases whole, beginnings of words as whole words, and what overlaps once', () => {
    const text = 'Open data law, opened';
    const wanted = [term([['open', 'data']]), term([['data', 'law']]), term([], ['open'])];
    const hits = hitsIn(tokensOf(text), wanted);
    expect(marksIn(markedText(text, hits))).toEqual(['Open data', 'opened']);
    expect(foundTerms(hits)).toBe(3);
  });
});
