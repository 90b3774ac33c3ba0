import { patternOf } from './conditions';
import { reasonsIn } from './rows';

describe('a search', () => {
  it('finds a text anywhere, in small letters', () => {
    expect(patternOf('Nino ნინო')).toBe('%nino ნინო%');
  });

  it('takes the signs of patterns for themselves', () => {
    expect(patternOf('100%_!')).toBe('%100!%!_!!%');
  });
});

describe('stored reasons', () => {
  const reasons = [{ code: 'many-links', points: 20, count: 3 }];

  it.each([
    [reasons, reasons],
    [JSON.stringify(reasons), reasons],
    [null, []],
    ['', []],
    ['{broken', []],
    [{ code: 'x' }, []],
  ])('%j are %j', (stored, expected) => {
    expect(reasonsIn(stored)).toEqual(expected);
  });
});
