import { endText, periodText } from './component-texts';

const say = ({ date, precision }: { date: string; precision: string | null }) =>
  `${precision ?? 'day'} ${date}`;

describe('the end of a time frame in a list', () => {
  it.each([
    ['nothing', {}, ''],
    ['an end as exact as it is known', { endDate: '2019-01-01', endPrecision: 'year' }, 'year 2019-01-01'],
    ['a day where no precision is given', { endDate: '2019-01-02' }, 'day 2019-01-02'],
    ['an end that is none', { endDate: '2019-01-01', endPrecision: 'none' }, ''],
    ['no end', { startDate: '2018-01-01', startPrecision: 'year' }, ''],
  ])('describes %s', (_what, timeframe, expected) => {
    expect(endText(timeframe, say)).toBe(expected);
  });
});

describe('a reporting period in a list', () => {
  it.each([
    ['kind and year', { kind: 'annual', year: 2019 }, 'ANNUAL, 2019'],
    ['days where no year is known', { kind: 'final', start: '2019-01-01' }, 'FINAL, day 2019-01-01 – …'],
    [
      'all its days',
      { kind: 'final', start: '2019-01-01', end: '2019-06-30' },
      'FINAL, day 2019-01-01 – day 2019-06-30',
    ],
    ['nothing', {}, ''],
  ])('describes %s', (_what, period, expected) => {
    expect(periodText(period, (code) => code.toUpperCase(), say)).toBe(expected);
  });
});
