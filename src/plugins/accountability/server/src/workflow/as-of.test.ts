import { latestFirst, parseAsOf } from './as-of';

const TODAY = '2026-11-28';

describe('parseAsOf', () => {
  it.each([
    ['2020-12-31', undefined, '2020-12-31', 'day'],
    ['2020-12-31', 'month', '2020-12-01', 'month'],
    ['2020-12-31', 'quarter', '2020-10-01', 'quarter'],
    ['2020-12-31', 'year', '2020-01-01', 'year'],
    ['2026-11-28', 'day', '2026-11-28', 'day'],
    // The year has begun, although this day is in the future.
    ['2026-12-31', 'year', '2026-01-01', 'year'],
  ] as const)('keeps %s at %s precision as %s', (date, precision, expected, exact) => {
    expect(parseAsOf({ date, precision }, TODAY)).toEqual({ date: expected, precision: exact });
  });

  it.each([
    ['soon', 'day'],
    ['2020-02-30', 'day'],
    ['2020-12-31', 'none'],
    ['2026-11-29', 'day'],
    ['2027-01-01', 'year'],
  ] as const)('refuses %s at %s precision', (date, precision) => {
    expect(() => parseAsOf({ date, precision }, TODAY)).toThrow(/^asOf: /);
  });
});

it('sorts by when things happened, then by the order of the records', () => {
  const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
  const rows = [
    { id: 1, at: '2021-05-01T10:00:00Z', asOf: null },
    { id: 2, at: '2026-11-28T10:00:00Z', asOf: '2020-12-31' },
    { id: 3, at: new Date('2026-11-28T11:00:00Z'), asOf: null },
    { id: 4, at: '2026-11-28T12:00:00Z', asOf: '2021-05-01' },
  ];
  expect(rows.sort(latestFirst(dayOf)).map(({ id }) => id)).toEqual([3, 4, 1, 2]);
});
