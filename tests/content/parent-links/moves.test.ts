import { adminToken } from '../../support/accounts';
import { jsonRequest } from '../../support/json-request';
import { makeCommitment, makeMilestone } from '../../support/milestones';
import {
  bootForParentLinks,
  COMMITMENT,
  everywhere,
  expectRefusal,
  MILESTONE,
  type Answer,
  type ParentLinks,
} from '../../support/parent-links';
import type { Tracker } from '../../support/tracker';

const CHANGE = 'plugin::accountability.change';

let links: ParentLinks;
let tracker: Tracker;

beforeAll(async () => {
  links = await bootForParentLinks();
  ({ tracker } = links);
});
afterAll(() => tracker.close());

describe('a move', () => {
  let from: string;
  let to: string;
  let milestone: string;
  beforeAll(async () => {
    from = await makeCommitment(tracker, { title: 'From', data: { code: '3.1' } });
    to = await makeCommitment(tracker, { title: 'To' });
    milestone = await makeMilestone(tracker, { title: 'Moved', data: { commitment: from } });
  });

  const body = (changes: object = {}) => ({
    contentType: MILESTONE,
    documentId: milestone,
    relation: 'commitment',
    from,
    to,
    ...changes,
  });
  const byToken = (changes?: object, withToken: string | undefined = links.token) =>
    jsonRequest<Answer>(`${tracker.url}/api/parent-links/moves`, { token: withToken, body: body(changes) });
  const byPanel = (changes?: object, withToken = links.panel) =>
    jsonRequest<Answer>(`${tracker.url}/parent-links/moves`, { token: withToken, body: body(changes) });
  const back = { from: '', to: '' };

  it('changes every version at once and is in the change log for the child and both parents', async () => {
    Object.assign(back, { from: to, to: from });
    // A draft with unpublished changes stays one.
    await links.api('PUT', `milestones/${milestone}?locale=ka&status=draft`, { indicator: 'ახალი' });
    for (const [move, expected] of [
      [byPanel, to],
      [() => byToken(back), from],
    ] as const) {
      const last: { id: number } = await tracker.strapi.db.query(CHANGE).findOne({ orderBy: { id: 'desc' } });
      const answer = await move();
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      expect(await links.parentsOf(milestone)).toEqual(everywhere(expected));
      const changes: { kind: string; subjectId: string }[] = await tracker.strapi.db
        .query(CHANGE)
        .findMany({ where: { id: { $gt: last.id } } });
      expect(changes.map(({ kind, subjectId }) => `${kind} ${subjectId}`).sort()).toEqual(
        [milestone, from, to].map((id) => `updated ${id}`).sort(),
      );
    }
    expect(await tracker.strapi.plugin('accountability').service('changeLog').check()).toEqual([]);
    const { body: read } = await links.inPanel('GET', `collection-types/${MILESTONE}/${milestone}?locale=ka`);
    expect(read.data.status).toBe('modified');
    const { body: english } = await links.inPanel(
      'GET',
      `collection-types/${MILESTONE}/${milestone}?locale=en`,
    );
    expect(english.data.status).toBe('published');
  });

  it('puts the child behind the other children, in its links and in its number', async () => {
    const target = await makeCommitment(tracker, { title: 'Ordered' });
    const children = [
      await makeMilestone(tracker, { data: { commitment: target } }),
      await makeMilestone(tracker, { data: { commitment: from } }),
    ];
    expect((await byToken({ documentId: children[1], to: target })).status).toBe(200);
    for (const status of ['draft', 'published']) {
      const { body: read } = await links.api(
        'GET',
        `commitments/${target}?locale=en&status=${status}&populate=milestones`,
      );
      const milestones = read.data.milestones as { documentId: string; order: number }[];
      expect(milestones.map(({ documentId, order }) => [documentId, order])).toEqual([
        [children[0], 1],
        [children[1], 2],
      ]);
    }
  });

  it('is refused where it starts from another parent than the present one, or goes nowhere', async () => {
    for (const move of [byPanel, byToken]) {
      const stale = await move({ from: to, to: from });
      expect([stale.status, stale.body.error!.details.code]).toEqual([409, 'NOT_THE_PARENT']);
      expect(stale.body.error!.message).toContain('From ka');
      const [same, nowhere, unknown, unclear] = [
        await move({ to: from }),
        await move({ to: 'nowhere' }),
        await move({ relation: 'title' }),
        await move({ extra: 1 }),
      ];
      expect(
        [same, nowhere, unknown, unclear].map((one) => [one.status, one.body.error!.details.code]),
      ).toEqual([
        [409, 'SAME_PARENT'],
        [404, 'NO_SUCH_DOCUMENT'],
        [404, 'NO_SUCH_RELATION'],
        [400, 'INVALID_REQUEST'],
      ]);
    }
    expect(await links.parentsOf(milestone)).toEqual(everywhere(from));
  });

  it('keeps to the content rules, and what is published goes to what is published', async () => {
    const coded = await makeMilestone(tracker, { data: { commitment: from, code: '3.1.1' } });
    const elsewhere = await makeCommitment(tracker, { title: 'Coded', data: { code: '9' } });
    expectRefusal(await byToken({ documentId: coded, to: elsewhere }), ['code'], 'code-outside-parent');
    const unseen = await makeCommitment(tracker, { title: 'Unseen', published: false });
    expectRefusal(await byToken({ documentId: coded, to: unseen }), ['to'], 'move-target-unpublished');
    expect(await links.parentsOf(coded)).toEqual(everywhere(from));
    const draft = await makeMilestone(tracker, { published: false, data: { commitment: from } });
    expect((await byPanel({ documentId: draft, to: unseen })).status).toBe(200);
    expect(await links.parentsOf(draft)).toEqual({ 'ka draft': unseen, 'en draft': unseen });
  });

  it('is for those who may update: not for the public, read-only tokens, authors or moderators', async () => {
    const anonymous = await jsonRequest<Answer>(`${tracker.url}/api/parent-links/moves`, { body: body() });
    expect(anonymous.status).toBe(401);
    const readOnly: { accessKey: string } = await tracker.strapi.service('admin::api-token').create({
      name: 'Reader',
      description: '',
      type: 'read-only',
      lifespan: null,
    });
    expect((await byToken({}, readOnly.accessKey)).status).toBe(403);
    for (const role of ['strapi-author', 'tracker-moderator']) {
      expect((await byPanel({}, await adminToken(tracker, [role]))).status).toBe(403);
    }
    expect(await links.parentsOf(milestone)).toEqual(everywhere(from));
    expect((await byPanel({}, await adminToken(tracker, ['strapi-editor']))).status).toBe(200);
    expect(await links.parentsOf(milestone)).toEqual(everywhere(to));
  });

  it('can be offered by the panel, which reads what a document belongs to', async () => {
    const answer = await jsonRequest<{ data: unknown }>(
      `${tracker.url}/parent-links/${MILESTONE}/${milestone}`,
      { token: links.panel },
    );
    expect(answer.body.data).toEqual([
      {
        relation: 'commitment',
        parentType: COMMITMENT,
        mainField: 'title',
        parents: [{ documentId: to, title: 'To ka' }],
        mayMove: true,
      },
    ]);
  });
});
