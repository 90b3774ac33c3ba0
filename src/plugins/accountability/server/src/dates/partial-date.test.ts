import fc from 'fast-check';
import { endsBeforeStart, normaliseTimeframe, periodOf, PRECISIONS } from './partial-date';

describe('periodOf', () => {
  it.each([
    ['2018-10-15', 'day', '2018-10-15', '2018-10-15'],
    ['2018-10-15', null, '2018-10-15', '2018-10-15'],
    ['2018-10-15', 'month', '2018-10-01', '2018-10-31'],
    ['2016-02-03', 'month', '2016-02-01', '2016-02-29'],
    ['2014-08-09', 'quarter', '2014-07-01', '2014-09-30'],
    ['2015-04-30', 'season', '2015-03-01', '2015-05-31'],
    ['2015-12-05', 'season', '2015-12-01', '2016-02-29'],
    ['2016-01-20', 'season', '2015-12-01', '2016-02-29'],
    ['2019-06-01', 'year', '2019-01-01', '2019-12-31'],
  ] as const)('reads %s at %s precision as %s to %s', (date, precision, earliest, latest) => {
    expect(periodOf(date, precision)).toEqual({ earliest, latest });
  });

  it('knows nothing without a date or at precision none', () => {
    expect(periodOf(null, 'month')).toBeNull();
    expect(periodOf('2018-10-01', 'none')).toBeNull();
    expect(periodOf('soon', 'day')).toBeNull();
  });

  it('holds the day it was asked for, and its earliest day gives the same period', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        fc.constantFrom(...PRECISIONS.filter((precision) => precision !== 'none')),
        (date, precision) => {
          const day = date.toISOString().slice(0, 10);
          const period = periodOf(day, precision);
          expect(period).not.toBeNull();
          expect(period!.earliest <= day && day <= period!.latest).toBe(true);
          expect(periodOf(period!.earliest, precision)).toEqual(period);
        },
      ),
    );
  });
});

describe('normaliseTimeframe', () => {
  it('moves dates to the earliest day and leaves everything else', () => {
    expect(
      normaliseTimeframe({ startDate: '2018-10-15', startPrecision: 'month', endDate: '2019-06-30' }),
    ).toEqual({
      startDate: '2018-10-01',
      startPrecision: 'month',
      endDate: '2019-06-30',
      endPrecision: 'day',
    });
  });
});

describe('endsBeforeStart', () => {
  it('refuses only what is wrong however the dates are read', () => {
    const start = { startDate: '2019-06-01', startPrecision: 'month' } as const;
    expect(endsBeforeStart({ ...start, endDate: '2019-05-01', endPrecision: 'month' })).toBe(true);
    expect(endsBeforeStart({ ...start, endDate: '2019-01-01', endPrecision: 'year' })).toBe(false);
    expect(endsBeforeStart({ ...start, endDate: '2019-06-01', endPrecision: 'day' })).toBe(false);
    expect(endsBeforeStart({ ...start, endDate: null })).toBe(false);
  });
});
