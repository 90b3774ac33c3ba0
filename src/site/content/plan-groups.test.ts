import fc from 'fast-check';
import { commitmentRow, exampleOverview } from './example-overview';
import { lateCount, planGroupKey, planKey } from './plan-groups';

const ids = (items: readonly { readonly id: string }[] | undefined): string[] =>
  (items ?? []).map(({ id }) => id);

describe('the groups of a plan', () => {
  it('have the commitments in the order of the plan, and with what is overdue first', async () => {
    const overview = await exampleOverview({
      'action-plans': [{ id: 'p', slug: 'p' }],
      commitments: [
        commitmentRow('a', {
          action_plan_id: 'p',
          order: 1,
          ogp_values: ['transparency'],
          lead_agency_ids: ['x', 'y'],
        }),
        commitmentRow('b', {
          action_plan_id: 'p',
          order: 2,
          overdue: true,
          end_date: '2024-01-01',
          sdgs: ['sdg-16'],
        }),
        commitmentRow('c', {
          action_plan_id: 'p',
          order: 3,
          overdue: true,
          end_date: '2020-01-01',
          lead_agency_ids: ['y'],
        }),
        commitmentRow('d', { action_plan_id: null, overdue: true }),
      ],
    });
    expect(ids(overview.inPlan.get(planKey('p')))).toEqual(['a', 'b', 'c']);
    expect(ids(overview.inPlanLateFirst.get(planKey('p')))).toEqual(['c', 'b', 'a']);
    expect(ids(overview.inPlanLateFirst.get(planGroupKey('p', 'agency', 'y')))).toEqual(['c', 'a']);
    expect(ids(overview.inPlan.get(planGroupKey('p', 'agency', '')))).toEqual(['b']);
    expect(ids(overview.inPlan.get(planGroupKey('p', 'theme', 'sdg-16')))).toEqual(['b']);
    expect(ids(overview.inPlan.get(planGroupKey('p', 'theme', '')))).toEqual(['c']);
  });

  it('are counted by halves as one by one', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (late, others) => {
        const list = [...Array<boolean>(late).fill(true), ...Array<boolean>(others).fill(false)];
        expect(lateCount(list.map((isOverdue) => ({ isOverdue })))).toBe(late);
      }),
    );
  });
});
