import fc from 'fast-check';
import { freeSlug, SLUG_FORM, slugOf } from './slug';

describe('slugOf', () => {
  it('transliterates Georgian', () => {
    expect(slugOf('ღია მონაცემები: ქუთაისი (2019- 2020)')).toBe('ghia-monatsemebi-kutaisi-2019-2020');
  });

  it('is made of the text without its HTML', () => {
    expect(slugOf('Word<br/>next&nbsp;<b>one</b>')).toBe('word-next-one');
  });

  it('cuts at a word', () => {
    const slug = slugOf('accountable '.repeat(20));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('accountable')).toBe(true);
  });

  it('gives a slug or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = slugOf(text);
        expect(slug === '' || (SLUG_FORM.test(slug) && slug.length <= 80)).toBe(true);
      }),
    );
  });
});

it('numbers a slug that is taken', () => {
  expect(freeSlug('open-data', new Set())).toBe('open-data');
  expect(freeSlug('open-data', new Set(['open-data', 'open-data-2']))).toBe('open-data-3');
});
