import { findColumn, fitsName } from './headers';

describe('headers', () => {
  it.each([
    [['Lead agency', 'Title'], 'lead_agency', 0],
    [['title', 'TITLE'], 'TITLE', 1],
    [['Ｔｉｔｌｅ'], 'title', 0],
    [['Code'], 'Title', -1],
  ])('%p: %s is column %i', (header, name, expected) => expect(findColumn(header, name)).toBe(expected));

  it('takes the first name that is there', () => {
    expect(findColumn(['b', 'a'], ['x', 'a', 'b'])).toBe(1);
    expect(findColumn([], ['a'])).toBe(-1);
  });

  it.each([
    ['commitments', 'Commitments', true],
    ['commitments', 'commitments-2024', false],
    ['commitments*', 'commitments-2024', true],
    ['*plan*2024*', 'Action plan of 2024, final', true],
    ['a*a', 'a', false],
    ['*', '', true],
  ])('pattern %s on %s: %s', (pattern, name, expected) => expect(fitsName(pattern, name)).toBe(expected));
});
