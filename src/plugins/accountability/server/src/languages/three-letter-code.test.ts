import { threeLetterCode } from './three-letter-code';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

describe('the three-letter code of a language', () => {
  it.each([
    ['ka', 'kat'],
    ['en', 'eng'],
    ['es', 'spa'],
    ['fr', 'fra'],
    ['ar', 'ara'],
    ['pt-BR', 'por'],
    ['zh-Hans', 'zho'],
    ['ckb', 'ckb'],
    ['qq', undefined],
  ])('of %s is %s', (language, expected) => expect(threeLetterCode(language)).toBe(expected));

  it('means what the platform takes it for', () => {
    const known = PAIRS.filter((pair) => threeLetterCode(pair) !== undefined);
    expect(known.length).toBeGreaterThan(175);
    for (const pair of known) {
      expect([pair, Intl.getCanonicalLocales(threeLetterCode(pair))]).toEqual([pair, [pair]]);
    }
  });
});
