import { adminToken } from '../support/accounts';
import { COMMENT, moderate, NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

interface Item {
  readonly documentId: string;
  readonly title: string | null;
  readonly state?: { readonly code: string };
  readonly since?: string;
}
type Overview = Readonly<Record<'overdue' | 'awaiting' | 'latest', readonly Item[]>>;

describe('the overview of the panel’s home page', () => {
  let tracker: Tracker;
  let token: string;
  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    token = await adminToken(tracker, ['strapi-super-admin']);
  });
  afterAll(() => tracker.close());

  const overview = async (): Promise<Overview> =>
    (await jsonRequest<{ data: Overview }>(`${tracker.url}/accountability/workflow-overview`, { token })).body
      .data;

  it('has comments that wait since they came and those that were taken back, each once, the longest first', async () => {
    const commitment = await makeCommitment(tracker);
    const send = async () => (await sendComment(tracker, commitment, writtenComment())).body.data!.documentId;
    const [undone, first, approved, second] = [await send(), await send(), await send(), await send()];
    await moderate(tracker, undone, 'reject', 'undo');
    await moderate(tracker, approved, 'approve');
    const { awaiting } = await overview();
    expect(awaiting.map(({ documentId, state }) => [documentId, state?.code])).toEqual([
      [first, 'pending'],
      [second, 'pending'],
      [undone, 'pending'],
    ]);
    const { createdAt } = (await tracker.strapi.db
      .query(COMMENT)
      .findOne({ where: { documentId: first } })) as { createdAt: string };
    expect(awaiting[0]?.since).toBe(new Date(createdAt).toISOString());
  });

  it('has what is overdue in any language, once', async () => {
    const data = { timeframe: { endDate: '2018-10-01', endPrecision: 'month' } };
    const both = await makeMilestone(tracker, { title: 'Both', data });
    // A relation of another language cannot be set: the milestone's commitment is in both.
    const english = await makeMilestone(tracker, { title: 'Only', data, languages: ['en'] });
    const { overdue } = await overview();
    expect(overdue.map(({ documentId, title }) => [documentId, title])).toEqual([
      [both, 'Both ka'],
      [english, 'Only en'],
    ]);
  });
});
