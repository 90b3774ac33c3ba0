import { reportDays } from './report-period';
import {
  periodMissing,
  periodOutsideCommitment,
  publicationDateMissing,
  publishedLate,
  publishedTooEarly,
} from './reports';

const ANNUAL = { kind: 'annual', year: 2019 };
const HALF = { kind: 'semi-annual', year: 2019 };
const DATED = { kind: 'quarterly', year: 2019, start: '2019-04-01', end: '2019-06-30' };

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

it.each([
  [ANNUAL, '2019-01-01', '2019-12-31', true],
  [HALF, '2019-01-01', '2019-12-31', false],
  [DATED, '2019-04-01', '2019-06-30', true],
  [null, null, null, false],
])('the days of %j', (period, start, end, endIsKnown) => {
  expect(reportDays(period)).toEqual({ start, end, endIsKnown });
});

it.each([
  [ANNUAL, []],
  [DATED, []],
  [null, ['period-missing']],
  [{ kind: 'annual' }, ['period-missing']],
  [{ kind: 'quarterly', start: '2019-04-01' }, ['period-missing']],
])('periodMissing for %j', (period, expected) => {
  expect(codes(periodMissing(period))).toEqual(expected);
});

it('publicationDateMissing', () => {
  expect(publicationDateMissing('2020-01-01')).toEqual([]);
  expect(publicationDateMissing(null)).toEqual([{ code: 'publication-date-missing', path: ['publishedOn'] }]);
});

it.each([
  ['2018-12-31', ANNUAL, ['published-before-period']],
  ['2019-10-01', ANNUAL, ['published-before-period-end']],
  ['2019-12-31', ANNUAL, []],
  ['2020-02-01', ANNUAL, []],
  // The end of a half-year report within its year is unknown.
  ['2019-07-15', HALF, []],
  ['2019-05-15', DATED, ['published-before-period-end']],
  [null, ANNUAL, []],
  ['2019-05-15', null, []],
])('publishedTooEarly on %s for %j', (publishedOn, period, expected) => {
  expect(codes(publishedTooEarly(publishedOn, period))).toEqual(expected);
});

it.each([
  ['2020-12-31', ANNUAL, []],
  ['2021-01-01', ANNUAL, ['published-late']],
  ['2020-07-01', DATED, ['published-late']],
  ['2021-01-01', null, []],
  [null, ANNUAL, []],
])('publishedLate on %s for %j', (publishedOn, period, expected) => {
  expect(codes(publishedLate(publishedOn, period))).toEqual(expected);
});

const between = (startDate: string | null, endDate: string | null) => ({
  startDate,
  startPrecision: 'month' as const,
  endDate,
  endPrecision: 'month' as const,
});

it.each([
  ['overlaps it', between('2018-10-01', '2019-06-01'), []],
  ['begins after it', between('2018-01-01', '2018-12-01'), ['period-outside-commitment']],
  ['ends before it', between('2020-01-01', '2020-12-01'), ['period-outside-commitment']],
  ['has only its start to look at', between('2018-10-01', null), []],
  ['has nothing to look at', null, []],
])('periodOutsideCommitment: the period %s', (_, timeframe, expected) => {
  expect(codes(periodOutsideCommitment(ANNUAL, timeframe))).toEqual(expected);
});

it('says which days it means', () => {
  expect(periodOutsideCommitment(DATED, between('2018-01-01', '2018-12-01'))).toEqual([
    {
      code: 'period-outside-commitment',
      path: ['period'],
      values: {
        periodStart: { date: '2019-04-01', precision: 'day' },
        periodEnd: { date: '2019-06-30', precision: 'day' },
      },
    },
  ]);
});
