import type { Plan, Timeframe } from '../content/records';
import { currentPlan, daysLate, isRunning, shareOfTime } from './lateness';

const frame = (parts: Partial<Timeframe>): Timeframe => ({
  startDate: null,
  startPrecision: null,
  endDate: null,
  endPrecision: null,
  note: {},
  ...parts,
});
const years = (start: string, end: string | null): Timeframe =>
  frame({
    startDate: `${start}-01-01`,
    startPrecision: 'year',
    endDate: end && `${end}-01-01`,
    endPrecision: 'year',
  });
const plan = (id: string, timeframe: Timeframe): Plan => ({ id, timeframe }) as Plan;

describe('what has passed of a time frame', () => {
  it.each([
    ['2026-03-31', 'day', 1],
    ['2026-04-01', 'day', 0],
    ['2026-03-01', 'month', 1],
    ['2026-04-01', 'month', 0],
    ['2025-01-01', 'year', 91],
    ['2026-01-01', 'none', 0],
  ])('counts the days from the last day that %s (%s) may mean', (endDate, endPrecision, days) => {
    expect(daysLate(frame({ endDate, endPrecision }), '2026-04-01')).toBe(days);
  });

  it.each([
    ['2018-01-01', 0],
    ['2019-01-01', 0],
    ['2020-01-01', 0.5],
    ['2030-01-01', 1],
  ])('says on %s that %d of it has passed', (today, share) => {
    expect(shareOfTime(years('2019', '2020'), today)).toBeCloseTo(share, 2);
  });

  it('says nothing of a time without an end', () => {
    expect(shareOfTime(years('2019', null), '2020-01-01')).toBeNull();
    expect(daysLate(years('2019', null), '2020-01-01')).toBe(0);
    expect(isRunning(years('2019', null), '2020-01-01')).toBe(true);
  });
});

describe('the plan of today', () => {
  const [next, now, old] = [
    plan('next', years('2030', '2031')),
    plan('now', years('2025', '2027')),
    plan('old', years('2018', '2019')),
  ];

  it('is the latest that is running', () => {
    expect(currentPlan([next, now, old], '2027-12-31')?.id).toBe('now');
  });

  it('is the latest where none is', () => {
    expect(currentPlan([next, now, old], '2028-01-01')?.id).toBe('next');
    expect(currentPlan([old], '2028-01-01')?.id).toBe('old');
    expect(currentPlan([], '2028-01-01')).toBeUndefined();
  });
});
