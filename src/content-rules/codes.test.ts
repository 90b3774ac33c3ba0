import { continuesCode, distinctCodes } from './codes';

describe('continuesCode', () => {
  it.each([
    ['2.2.1', '2.2', true],
    ['2.2', '2.2', true],
    ['2.2-a', '2.2', true],
    ['GE-1', 'GE-', true],
    ['2.20', '2.2', false],
    ['2.2a', '2.2', false],
    ['3.1', '2.2', false],
    ['', '2.2', false],
  ])('"%s" under "%s": %s', (child, parent, expected) => {
    expect(continuesCode(child, parent)).toBe(expected);
  });
});

it('sorts codes as people count', () => {
  expect(distinctCodes(['2.2.10', '2.2.9', '2.10', '2.2', '2.2.9'])).toEqual([
    '2.2',
    '2.2.9',
    '2.2.10',
    '2.10',
  ]);
});
