import { planNeighbours } from './plan-neighbours';
import type { Plan } from './records';

const plan = (id: string, startDate: string | null, place: string | null = 'Georgia', scope = 'national') =>
  ({
    id,
    scope,
    jurisdiction: { ka: null, en: place },
    timeframe: { startDate, startPrecision: 'year', endDate: null, endPrecision: null, note: {} },
  }) as unknown as Plan;

const around = (one: Plan, others: readonly Plan[]) => {
  const { before, after } = planNeighbours(one, [...others, one]);
  return [before?.id ?? null, after?.id ?? null];
};

describe('the plans before and after one', () => {
  const middle = plan('2016', '2016-01-01');
  const others = [plan('2012', '2012-01-01'), plan('2014', '2014-01-01'), plan('2018', '2018-01-01')];

  it('are the nearest of the same place', () => {
    const elsewhere = [plan('x', '2015-01-01', 'Kutaisi'), plan('y', '2017-01-01', 'Georgia', 'local')];
    expect(around(middle, [...others, ...elsewhere])).toEqual(['2014', '2018']);
    expect(around(others[0] as Plan, [middle])).toEqual([null, '2016']);
  });

  it.each([
    ['a plan of the place has no date', [...others, plan('z', null)]],
    ['another one begins on the same day', [...others, plan('z', '2016-01-01')]],
  ])('are not claimed where %s', (_case, all) => {
    expect(around(middle, all)).toEqual([null, null]);
  });

  it('are not claimed where two begin on one day, or no place is named', () => {
    expect(around(middle, [...others, plan('z', '2014-01-01')])).toEqual([null, '2018']);
    expect(around(plan('a', '2016-01-01', null), [plan('b', '2014-01-01', null)])).toEqual([null, null]);
  });
});
