import fc from 'fast-check';
import { textFingerprint } from './fingerprint';
import { linksIn } from './links';
import { screen } from './score';
import { wordsIn } from './words';

const RULES = {
  spamAt: 100,
  quickestSeconds: 3,
  links: 2,
  repeatedDays: 7,
  words: { en: ['casino', 'free money'], ka: ['კაზინო'] },
};
const HONEST = { name: 'Nino', body: 'Good work.', trapped: false, seconds: 60, repetitions: 0 };
const codes = (facts: object) => screen({ ...HONEST, ...facts }, RULES).reasons.map(({ code }) => code);
const score = (facts: object) => screen({ ...HONEST, ...facts }, RULES).score;

describe('screening', () => {
  it('finds nothing in an honest comment, links and all', () => {
    const body = 'See https://example.org and http://parliament.ge, page 7.';
    expect(screen({ ...HONEST, body }, RULES)).toEqual({ score: 0, reasons: [] });
    expect(screen({ ...HONEST, seconds: null }, RULES).score).toBe(0);
  });

  it.each<[object, string[], number]>([
    [{ trapped: true }, ['trap-filled'], 100],
    [{ seconds: 1.4 }, ['filled-in-too-fast'], 60],
    [{ seconds: 3 }, [], 0],
    [{ repetitions: 1 }, ['text-repeated'], 30],
    [{ repetitions: 3 }, ['text-repeated'], 100],
    [{ body: 'http://a http://b www.c.com' }, ['many-links'], 20],
    [{ name: 'www.shop.example' }, ['link-in-name'], 60],
    [{ body: 'FREE   money at the Casino!' }, ['listed-words'], 80],
    [{ body: 'ონლაინ კაზინო' }, ['listed-words'], 40],
    [{ seconds: 0, name: 'www.x.example' }, ['filled-in-too-fast', 'link-in-name'], 100],
  ])('of %j finds %j', (facts, expected, points) => {
    expect(codes(facts)).toEqual(expected);
    expect(score(facts)).toBe(points);
  });

  it('stays between 0 and 100 and never falls by another reason', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string({ unit: 'binary' }),
          body: fc.string({ unit: 'binary' }),
          seconds: fc.option(fc.integer({ min: 0, max: 100 })),
          repetitions: fc.nat(10),
        }),
        (facts) => {
          const plain = screen({ ...facts, trapped: false }, RULES);
          expect(plain.score).toBeGreaterThanOrEqual(0);
          expect(plain.score).toBeLessThanOrEqual(100);
          expect(screen({ ...facts, trapped: true }, RULES).score).toBe(100);
          expect(
            screen({ ...facts, trapped: false, body: `${facts.body} casino` }, RULES).score,
          ).toBeGreaterThanOrEqual(plain.score);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts links and words of their own only', () => {
    expect(linksIn('[url=x] <a href="y"> HTTPS://z awww.no')).toBe(3);
    expect(wordsIn('casinos cásino CASINO', RULES.words)).toBe(1);
    expect(wordsIn('სამოკაზინოდ', RULES.words)).toBe(0);
  });

  it('knows a text again by its letters', () => {
    expect(textFingerprint('Buy  NOW!!!')).toBe(textFingerprint('buy now'));
    expect(textFingerprint('Buy it')).not.toBe(textFingerprint('buy now'));
    expect(textFingerprint('???')).not.toBe(textFingerprint('!!!'));
  });
});
