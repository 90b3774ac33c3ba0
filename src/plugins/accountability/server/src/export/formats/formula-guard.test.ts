import fc from 'fast-check';
import { guardFormula, unguardFormula } from './formula-guard';

const unit = fc.constantFrom(
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  '\u00a0',
  '\uff1d',
  'a',
  '1',
  'ა',
);

describe('the guard against formulas', () => {
  it('is taken off exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["'tis", "'tis"],
    ['plain', 'plain'],
  ])('%j is written as %j', (text, written) => {
    expect(guardFormula(text)).toBe(written);
    expect(unguardFormula(written)).toBe(text);
  });

  it('leaves a start that nothing guards', () => {
    expect(unguardFormula('=1+1')).toBe('=1+1');
    expect(unguardFormula('- item')).toBe('- item');
  });
});
