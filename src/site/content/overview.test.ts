import type { KeptRows } from './dataset-rows';
import {
  commitmentRow,
  exampleApi,
  exampleOverview,
  milestoneRow,
  type ExampleRows,
} from './example-overview';
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

  it('reads again only what has changed', async () => {
    const rows = {
      commitments: [commitmentRow('a')],
      milestones: [milestoneRow('m', { commitment_id: 'a' })],
    };
    const kept: KeptRows = new Map();
    const read: string[] = [];
    const readWith = (changed: ExampleRows) =>
      readOverview(async (path, known) => {
        const answer = await exampleApi(changed)(path, known);
        if (answer) read.push(/open-data\/([a-z-]+)/.exec(path)?.[1] ?? path);
        return answer;
      }, kept);
    const first = await readWith(rows);
    expect(read).toHaveLength(5);

    const changed = { ...rows, commitments: [commitmentRow('b'), commitmentRow('a')] };
    const second = await readWith(changed);
    expect(read.slice(5)).toEqual(['commitments']);
    expect(idsOf(second.commitments)).toEqual(['a', 'b']);
    expect(idsOf(second.milestonesOf.get('a') ?? [])).toEqual(['m']);
    // A response in use is not modified.
    expect(idsOf(first.commitments)).toEqual(['a']);
  });
});
