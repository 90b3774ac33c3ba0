import { ApiFailure } from '../api/ask-api';
import { commitmentRow, exampleApi, exampleOverview, milestoneRow } from './example-overview';
import { readOverview } from './overview';

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('the overview of what is published', () => {
  it('lists commitments by plan, order and code, the latest plan first', async () => {
    const { commitments } = await exampleOverview({
      'action-plans': [
        { id: 'old', slug: 'old', start_date: '2018-01-01' },
        { id: 'new', slug: 'new', start_date: '2024-01-01' },
      ],
      commitments: [
        commitmentRow('none'),
        commitmentRow('b', { action_plan_id: 'old', code: '2.10' }),
        commitmentRow('a', { action_plan_id: 'old', code: '2.9' }),
        commitmentRow('second', { action_plan_id: 'new', order: 2 }),
        commitmentRow('first', { action_plan_id: 'new', order: 1 }),
      ],
    });
    expect(idsOf(commitments)).toEqual(['first', 'second', 'a', 'b', 'none']);
  });

  it('knows the milestones of a commitment in their order', async () => {
    const { milestonesOf } = await exampleOverview({
      milestones: [
        milestoneRow('z', { commitment_id: 'c', order: 10 }),
        milestoneRow('y', { commitment_id: 'c', order: 9 }),
        milestoneRow('x', { commitment_id: 'd' }),
      ],
    });
    expect(idsOf(milestonesOf.get('c') ?? [])).toEqual(['y', 'z']);
    expect(milestonesOf.get('none')).toBeUndefined();
  });

  it('waits while all exports are taken, and gives up over anything else', async () => {
    let busy = 2;
    const api = exampleApi({ commitments: [commitmentRow('a')] });
    const overview = await readOverview(async (path) => {
      if (path.includes('commitments') && (busy -= 1) >= 0) throw new ApiFailure(path, 503);
      return api(path);
    });
    expect(idsOf(overview.commitments)).toEqual(['a']);

    let asked = 0;
    const failing = readOverview(async (path) => {
      asked += 1;
      throw new ApiFailure(path, 500);
    });
    await expect(failing).rejects.toThrow('500');
    expect(asked).toBe(1);
  });
});
