import fc from 'fast-check';
import { Analyser } from '../analysis/analyser';
import { isWithin } from '../analysis/edit-distance';
import { isCode } from '../analysis/words';
import type { Vocabulary } from '../index/vocabulary';
import { withBeginnings, withSimilar } from './expand-query';
import { parseQuery } from './parse-query';

const analyser = new Analyser(
  new Map([['en', { script: /^[a-z']+$/, version: 1, stem: (word) => word.replace(/s$/, '') }]]),
);

/** Some words in memory, asked as the vocabulary of the index is. */
const vocabularyOf = (words: readonly string[]): Vocabulary =>
  ({
    has: (word: string) => words.includes(word),
    beginningWith: (prefix: string, most: number) =>
      words.filter((word) => word.startsWith(prefix)).slice(0, most),
    similarTo: (word: string, most: number) =>
      words.filter((other) => other !== word && isWithin(word, other, 1)).slice(0, most),
  }) as unknown as Vocabulary;

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 's', '1', 'ა'), minLength: 1, maxLength: 7 });
const words = fc.uniqueArray(word, { maxLength: 60 });
const query = fc.oneof(
  fc.array(word, { maxLength: 6 }).map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const tokensOf = (alternatives: readonly (readonly string[])[]): string[] =>
  alternatives.map((tokens) => tokens.join(' '));

describe('an expanded query', () => {
  it('keeps every term with what it looked for before, and adds a bounded number of tokens', () => {
    fc.assert(
      fc.property(query, words, (text, known) => {
        const { terms } = parseQuery(text, analyser);
        for (const expand of [withBeginnings, withSimilar]) {
          const expanded = expand(terms, vocabularyOf(known), analyser);
          expect(expanded).toHaveLength(terms.length);
          expanded.forEach((term, index) => {
            const before = terms[index]!;
            const { alternatives, ...rest } = term;
            expect({ ...rest, alternatives: alternatives.slice(0, before.alternatives.length) }).toEqual(
              before,
            );
            expect(alternatives.length - before.alternatives.length).toBeLessThanOrEqual(200);
            expect(tokensOf(alternatives)).not.toContain('');
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves phrases, codes and words that there are as they were written', () => {
    fc.assert(
      fc.property(query, words, (text, known) => {
        const { terms } = parseQuery(text, analyser);
        const expanded = withSimilar(terms, vocabularyOf(known), analyser);
        terms.forEach((term, index) => {
          const [first = ''] = term.words;
          if (term.isPhrase || isCode(first) || known.includes(first)) expect(expanded[index]).toEqual(term);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('has the beginnings and the words with one error', () => {
    const known = vocabularyOf(['budget', 'budgets', 'budgetary', 'law']);
    const { terms } = parseQuery('budge', analyser);
    expect(tokensOf(withBeginnings(terms, known, analyser)[0]!.alternatives)).toEqual([
      'budge',
      'budget',
      'budgetary',
    ]);
    const misspelt = parseQuery('budgat ', analyser).terms;
    expect(tokensOf(withSimilar(misspelt, known, analyser)[0]!.alternatives)).toContain('budget');
    expect(withBeginnings(parseQuery('bu', analyser).terms, known, analyser)[0]!.alternatives).toEqual([
      ['bu'],
    ]);
  });
});
