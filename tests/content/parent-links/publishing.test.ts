import { makeCommitment, makeMilestone, unlink } from '../../support/milestones';
import {
  bootForParentLinks,
  COMMITMENT,
  expectRefusal,
  MILESTONE,
  REPORT,
  type ParentLinks,
} from '../../support/parent-links';
import type { Tracker } from '../../support/tracker';

let links: ParentLinks;
let tracker: Tracker;

beforeAll(async () => {
  links = await bootForParentLinks();
  ({ tracker } = links);
});
afterAll(() => tracker.close());

describe('publishing', () => {
  it('takes a commitment that is published, and leaves nothing behind of what it refuses', async () => {
    expectRefusal(
      await links.api('POST', 'milestones?locale=ka', { title: 'Alone' }),
      ['commitment'],
      'commitment-required',
    );
    expectRefusal(
      await links.inPanel('POST', `collection-types/${MILESTONE}/actions/publish?locale=ka`, {
        title: 'Alone',
      }),
      ['commitment'],
      'commitment-required',
    );
    const unpublished = await makeCommitment(tracker, { title: 'Unseen', published: false });
    const answer = await links.api('POST', 'milestones?locale=ka', {
      title: 'Alone',
      commitment: unpublished,
    });
    expectRefusal(answer, ['commitment'], 'parent-unpublished');
    expect(answer.body.error!.message).toContain('Unseen ka');
    expect(await links.count(MILESTONE, { title: 'Alone' })).toBe(0);

    const draft = await links.api('POST', 'milestones?locale=ka&status=draft', { title: 'Alone' });
    const { documentId } = draft.body.data;
    expectRefusal(
      await links.inPanel('POST', `collection-types/${MILESTONE}/actions/bulkPublish?locale=ka`, {
        documentIds: [documentId],
        locale: ['ka'],
      }),
      ['commitment'],
      'commitment-required',
    );
    await links.documents(COMMITMENT).publish({ documentId: unpublished, locale: '*' } as never);
    const published = await links.api('PUT', `milestones/${documentId}?locale=ka`, {
      commitment: unpublished,
    });
    expect(published.status).toBe(200);
    expect(await links.parentsOf(documentId)).toEqual({
      'ka draft': unpublished,
      'ka published': unpublished,
    });
  });

  it('of a new language takes the parent of the others', async () => {
    const commitment = await makeCommitment(tracker);
    const { body } = await links.api('POST', 'milestones?locale=ka&status=draft', {
      title: 'ერთი',
      commitment,
    });
    const { documentId } = body.data;
    expect((await links.api('PUT', `milestones/${documentId}?locale=en`, { title: 'One' })).status).toBe(200);
    expect(await links.parentsOf(documentId)).toEqual({
      'ka draft': commitment,
      'en draft': commitment,
      'en published': commitment,
    });
  });

  it('takes the commitment or milestone of a report, and its period', async () => {
    const commitment = await makeCommitment(tracker);
    const milestone = await makeMilestone(tracker, { data: { commitment } });
    const report = (data: object) =>
      links.api('POST', 'progress-reports?locale=ka', { narrative: 'ერთი', ...data });
    const period = { kind: 'annual', year: 2025 };
    expectRefusal(await report({ period }), ['commitment'], 'report-subject-required');
    expectRefusal(await report({ commitment }), ['period'], 'period-required');
    expectRefusal(
      await report({ commitment, period: { kind: 'annual' } }),
      ['period', 'year'],
      'period-required',
    );
    expect(await links.count(REPORT, { narrative: 'ერთი' })).toBe(0);
    expect((await report({ commitment, period })).status).toBe(201);
    expect((await report({ milestone, period })).status).toBe(201);
    const dates = { kind: 'final', start: '2025-01-01', end: '2025-06-30' };
    expect((await report({ commitment, milestone, period: dates })).status).toBe(201);
    expect(
      (await links.api('POST', 'progress-reports?locale=ka&status=draft', { narrative: 'ორი' })).status,
    ).toBe(201);
  });

  it('of what was there before is named by the doctor’s service and the warnings, and can be corrected', async () => {
    const documentId = await makeMilestone(tracker);
    await unlink(tracker, documentId);
    const findings = await tracker.strapi.plugin('accountability').service('warnings').check();
    expect(findings).toEqual([{ code: 'COMMITMENT_MISSING', contentType: MILESTONE, documentId }]);
    // A draft may still be saved; publishing needs the commitment.
    expect(
      (await links.api('PUT', `milestones/${documentId}?locale=ka&status=draft`, { title: 'Old' })).status,
    ).toBe(200);
    expectRefusal(
      await links.api('PUT', `milestones/${documentId}?locale=ka`, { title: 'Old' }),
      ['commitment'],
      'commitment-required',
    );
    const commitment = await makeCommitment(tracker);
    for (const locale of ['ka', 'en']) {
      expect(
        (await links.api('PUT', `milestones/${documentId}?locale=${locale}`, { commitment })).status,
      ).toBe(200);
    }
    expect(await tracker.strapi.plugin('accountability').service('warnings').check()).toEqual([]);
  });
});
