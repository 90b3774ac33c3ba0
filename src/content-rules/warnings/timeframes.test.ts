import { datesMissing, endsAfter, startsBefore } from './timeframes';

const month = (start: string | null, end: string | null = null) => ({
  startDate: start,
  startPrecision: 'month' as const,
  endDate: end,
  endPrecision: 'month' as const,
});

describe('datesMissing', () => {
  it.each([
    ['no time frame at all', null, ['start-missing', 'end-missing']],
    ['a start only', { startDate: '2018-10-01' }, ['end-missing']],
    ['an end only', { endDate: '2018-10-01' }, ['start-missing']],
    ['both', { startDate: '2018-10-01', endDate: '2019-01-01' }, []],
    ['an end that is said to be none', { startDate: '2018-10-01', endPrecision: 'none' as const }, []],
  ])('%s', (_, timeframe, codes) => {
    expect(datesMissing(timeframe).map(({ code }) => code)).toEqual(codes);
  });

  it('points at the date', () => {
    expect(datesMissing({ startDate: '2018-10-01' })).toEqual([
      { code: 'end-missing', path: ['timeframe', 'endDate'] },
    ]);
  });
});

describe('startsBefore', () => {
  it('finds a milestone that starts the month before its commitment', () => {
    expect(startsBefore('commitment', month('2018-09-01'), month('2018-10-01'))).toEqual([
      {
        code: 'starts-before-commitment',
        path: ['timeframe', 'startDate'],
        values: {
          start: { date: '2018-09-01', precision: 'month' },
          parentStart: { date: '2018-10-01', precision: 'month' },
        },
      },
    ]);
  });

  it.each([
    ['in the same month', month('2018-10-01'), month('2018-10-01')],
    [
      'in a year that holds the start',
      { startDate: '2018-01-01', startPrecision: 'year' as const },
      month('2018-10-01'),
    ],
    ['at a time nobody knows', month(null), month('2018-10-01')],
    ['without a parent', month('2018-09-01'), undefined],
  ])('finds nothing %s', (_, own, parent) => {
    expect(startsBefore('commitment', own, parent)).toEqual([]);
  });
});

describe('endsAfter', () => {
  it('finds a commitment that ends after its plan', () => {
    expect(
      endsAfter('plan', { endDate: '2020-01-03' }, { endDate: '2019-01-01', endPrecision: 'year' }),
    ).toEqual([
      {
        code: 'ends-after-plan',
        path: ['timeframe', 'endDate'],
        values: {
          end: { date: '2020-01-03', precision: null },
          parentEnd: { date: '2019-01-01', precision: 'year' },
        },
      },
    ]);
  });

  it.each([
    ['on a day of the last month', { endDate: '2019-06-30' }, month(null, '2019-06-01')],
    [
      'in a year that holds the end',
      { endDate: '2019-01-01', endPrecision: 'year' as const },
      month(null, '2019-06-01'),
    ],
    ['beside a parent without an end', { endDate: '2019-06-30' }, { endPrecision: 'none' as const }],
  ])('finds nothing %s', (_, own, parent) => {
    expect(endsAfter('commitment', own, parent)).toEqual([]);
  });
});
