import { adminToken, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone, unlink } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';
const CHANGE = 'plugin::accountability.change';

interface Answer {
  data: { documentId: string; [field: string]: unknown };
  results?: { documentId: string }[];
  error?: {
    message: string;
    details: {
      code?: string;
      errors?: { path: (string | number)[]; code: string; messages: { en: string; ka: string } }[];
    };
  };
}

let tracker: Tracker;
let token: string;
let panel: string;

const documents = (uid: string) => tracker.strapi.documents(uid as typeof MILESTONE);
const api = (method: string, path: string, data?: object) =>
  jsonRequest<Answer>(`${tracker.url}/api/${path}`, { method, token, ...(data && { body: { data } }) });
const inPanel = (method: string, path: string, body?: object) =>
  jsonRequest<Answer>(`${tracker.url}/content-manager/${path}`, { method, token: panel, body });

const expectRefusal = (answer: { status: number; body: Answer }, path: string[], code: string) => {
  expect([answer.status, answer.body.error?.details.errors]).toEqual([
    400,
    [expect.objectContaining({ path, code })],
  ]);
  const { en, ka } = answer.body.error!.details.errors![0]!.messages;
  expect([en, ka]).toEqual([expect.stringMatching(/[a-z]{3}/), expect.stringMatching(/[ა-ჰ]{3}/)]);
};

/** The parents of a milestone in each version: `ka draft`, `en published` and so on. */
async function parentsOf(documentId: string): Promise<Record<string, string | undefined>> {
  const rows: { locale: string; publishedAt: string | null; commitment?: { documentId: string } | null }[] =
    await tracker.strapi.db.query(MILESTONE).findMany({ where: { documentId }, populate: ['commitment'] });
  return Object.fromEntries(
    rows.map((row) => [
      `${row.locale} ${row.publishedAt ? 'published' : 'draft'}`,
      row.commitment?.documentId,
    ]),
  );
}

const everywhere = (parent: string) => ({
  'ka draft': parent,
  'en draft': parent,
  'ka published': parent,
  'en published': parent,
});

const count = (uid: string, where: object) =>
  tracker.strapi.db.query(uid as typeof MILESTONE).count({ where });

beforeAll(async () => {
  tracker = await bootTracker();
  token = await createFullAccessToken(tracker);
  panel = await adminToken(tracker);
});
afterAll(() => tracker.close());

describe('a milestone that has a commitment', () => {
  let owner: string;
  let other: string;
  let milestone: string;
  beforeAll(async () => {
    owner = await makeCommitment(tracker, { title: 'Owner' });
    other = await makeCommitment(tracker, { title: 'Other' });
    milestone = await makeMilestone(tracker, { title: 'Step', data: { commitment: owner } });
  });

  const draftRowId = async () =>
    (
      await tracker.strapi.db
        .query(MILESTONE)
        .findOne({ where: { documentId: milestone, locale: 'ka', publishedAt: null } })
    ).id as number;

  it.each([
    ['connect', () => ({ connect: [{ documentId: milestone }] })],
    ['set', () => ({ set: [milestone] })],
    ['a list', () => [milestone]],
    ['a row id', async () => ({ connect: [{ id: await draftRowId() }] })],
  ])('is not taken by another commitment that names it by %s', async (_name, milestones) => {
    for (const [method, path] of [
      ['POST', 'commitments?locale=ka'],
      ['PUT', `commitments/${other}?locale=ka`],
      ['PUT', `commitments/${other}?locale=en&status=draft`],
    ] as const) {
      const answer = await api(method, path, { title: 'Taker', milestones: await milestones() });
      expectRefusal(answer, ['milestones'], 'child-has-parent');
      expect(answer.body.error!.message).toMatch(/“Step ka”.*“Owner ka”/);
    }
    expect(await parentsOf(milestone)).toEqual(everywhere(owner));
    expect(await count(COMMITMENT, { title: 'Taker' })).toBe(0);
  });

  it('is not taken from the form of a commitment, saved or published, nor by code', async () => {
    const milestones = { connect: [{ documentId: milestone, locale: 'ka' }], disconnect: [] };
    for (const action of ['', '/actions/publish']) {
      expectRefusal(
        await inPanel('POST', `collection-types/${COMMITMENT}${action}?locale=ka`, {
          title: 'Taker',
          milestones,
        }),
        ['milestones'],
        'child-has-parent',
      );
    }
    await expect(
      documents(COMMITMENT).update({
        documentId: other,
        locale: 'ka',
        data: { milestones: [milestone] },
      } as never),
    ).rejects.toMatchObject({ details: { errors: [{ code: 'child-has-parent' }] } });
    expect(await parentsOf(milestone)).toEqual(everywhere(owner));
  });

  it('is not moved by its own form, where the field is named', async () => {
    for (const status of ['draft', 'published']) {
      expectRefusal(
        await api('PUT', `milestones/${milestone}?locale=en&status=${status}`, { commitment: other }),
        ['commitment'],
        'child-has-parent',
      );
    }
    expect(await parentsOf(milestone)).toEqual(everywhere(owner));
  });

  it('is not given a second parent of the same kind: a report, a commitment of a plan', async () => {
    const report = await documents(REPORT).create({
      locale: 'ka',
      data: { narrative: 'ა', commitment: owner },
    } as never);
    expectRefusal(
      await api('PUT', `commitments/${other}?locale=ka`, { progressReports: [report.documentId] }),
      ['progressReports'],
      'child-has-parent',
    );
    const plans = [];
    for (const title of ['პირველი გეგმა', 'მეორე გეგმა']) {
      plans.push(
        (await api('POST', 'action-plans?locale=ka', { title, scope: 'local' })).body.data.documentId,
      );
    }
    expect((await api('PUT', `commitments/${owner}?locale=ka`, { actionPlan: plans[0] })).status).toBe(200);
    expectRefusal(
      await api('PUT', `action-plans/${plans[1]}?locale=ka`, { commitments: [owner] }),
      ['commitments'],
      'child-has-parent',
    );
  });

  it('cannot be taken out while it is published, and can while it is a draft', async () => {
    for (const status of ['draft', 'published']) {
      expectRefusal(
        await api('PUT', `commitments/${owner}?locale=ka&status=${status}`, { milestones: [] }),
        ['milestones'],
        'published-children',
      );
    }
    expectRefusal(
      await api('PUT', `milestones/${milestone}?locale=ka&status=draft`, { commitment: null }),
      ['commitment'],
      'published-needs-parent',
    );
    expect(await parentsOf(milestone)).toEqual(everywhere(owner));

    const draft = await makeMilestone(tracker, { published: false, data: { commitment: other } });
    expect((await api('PUT', `commitments/${other}?locale=ka`, { milestones: [] })).status).toBe(200);
    expect(await parentsOf(draft)).toEqual({ 'ka draft': undefined, 'en draft': undefined });
    expect(
      (await api('PUT', `commitments/${owner}?locale=ka`, { milestones: { connect: [draft] } })).status,
    ).toBe(200);
    expect(await parentsOf(draft)).toEqual({ 'ka draft': owner, 'en draft': owner });
  });

  it('keeps its commitment from being unpublished or deleted', async () => {
    await expect(
      documents(COMMITMENT).unpublish({ documentId: owner, locale: '*' } as never),
    ).rejects.toMatchObject({ details: { errors: [{ path: ['milestones'], code: 'published-children' }] } });
    const deleted = await inPanel('DELETE', `collection-types/${COMMITMENT}/${owner}?locale=*`);
    expectRefusal(deleted, ['milestones'], 'published-children');
    expect(deleted.body.error!.message).toContain('Step ka');
    expect(await parentsOf(milestone)).toEqual(everywhere(owner));
    // One language of the commitment may go: the milestone still has its commitment.
    await documents(COMMITMENT).unpublish({ documentId: owner, locale: 'en' } as never);
    await documents(COMMITMENT).publish({ documentId: owner, locale: 'en' } as never);
  });

  it('is offered by the field of no other commitment', async () => {
    const free = await documents(MILESTONE).create({ locale: 'ka', data: { title: 'Step free' } } as never);
    const offered = async (query: string) =>
      (
        await inPanel('GET', `relations/${COMMITMENT}/milestones?locale=ka&pageSize=100&${query}`)
      ).body.results!.map(({ documentId }) => documentId);
    expect(await offered('')).toContain(free.documentId);
    for (const query of ['', '_q=Step', `id=${other}`, `id=${other}&_q=Step`]) {
      const found = await offered(query);
      expect(found).toContain(free.documentId);
      expect(found).not.toContain(milestone);
    }
    // What the form has taken out and not saved yet can be put back.
    expect(await offered(`id=${owner}&idsToInclude[]=${await draftRowId()}`)).toContain(milestone);
  });
});

describe('publishing', () => {
  it('takes a commitment that is published, and leaves nothing behind of what it refuses', async () => {
    expectRefusal(
      await api('POST', 'milestones?locale=ka', { title: 'Alone' }),
      ['commitment'],
      'commitment-required',
    );
    expectRefusal(
      await inPanel('POST', `collection-types/${MILESTONE}/actions/publish?locale=ka`, { title: 'Alone' }),
      ['commitment'],
      'commitment-required',
    );
    const unpublished = await makeCommitment(tracker, { title: 'Unseen', published: false });
    const answer = await api('POST', 'milestones?locale=ka', { title: 'Alone', commitment: unpublished });
    expectRefusal(answer, ['commitment'], 'parent-unpublished');
    expect(answer.body.error!.message).toContain('Unseen ka');
    expect(await count(MILESTONE, { title: 'Alone' })).toBe(0);

    const draft = await api('POST', 'milestones?locale=ka&status=draft', { title: 'Alone' });
    const { documentId } = draft.body.data;
    expectRefusal(
      await inPanel('POST', `collection-types/${MILESTONE}/actions/bulkPublish?locale=ka`, {
        documentIds: [documentId],
        locale: ['ka'],
      }),
      ['commitment'],
      'commitment-required',
    );
    await documents(COMMITMENT).publish({ documentId: unpublished, locale: '*' } as never);
    const published = await api('PUT', `milestones/${documentId}?locale=ka`, { commitment: unpublished });
    expect(published.status).toBe(200);
    expect(await parentsOf(documentId)).toEqual({ 'ka draft': unpublished, 'ka published': unpublished });
  });

  it('of a new language takes the parent of the others', async () => {
    const commitment = await makeCommitment(tracker);
    const { body } = await api('POST', 'milestones?locale=ka&status=draft', { title: 'ერთი', commitment });
    const { documentId } = body.data;
    expect((await api('PUT', `milestones/${documentId}?locale=en`, { title: 'One' })).status).toBe(200);
    expect(await parentsOf(documentId)).toEqual({
      'ka draft': commitment,
      'en draft': commitment,
      'en published': commitment,
    });
  });

  it('takes the commitment or milestone of a report, and its period', async () => {
    const commitment = await makeCommitment(tracker);
    const milestone = await makeMilestone(tracker, { data: { commitment } });
    const report = (data: object) =>
      api('POST', 'progress-reports?locale=ka', { narrative: 'ერთი', ...data });
    const period = { kind: 'annual', year: 2025 };
    expectRefusal(await report({ period }), ['commitment'], 'report-subject-required');
    expectRefusal(await report({ commitment }), ['period'], 'period-required');
    expectRefusal(
      await report({ commitment, period: { kind: 'annual' } }),
      ['period', 'year'],
      'period-required',
    );
    expect(await count(REPORT, { narrative: 'ერთი' })).toBe(0);
    expect((await report({ commitment, period })).status).toBe(201);
    expect((await report({ milestone, period })).status).toBe(201);
    const dates = { kind: 'final', start: '2025-01-01', end: '2025-06-30' };
    expect((await report({ commitment, milestone, period: dates })).status).toBe(201);
    expect((await api('POST', 'progress-reports?locale=ka&status=draft', { narrative: 'ორი' })).status).toBe(
      201,
    );
  });

  it('of what was there before is named by the doctor’s service and the warnings, and can be mended', async () => {
    const documentId = await makeMilestone(tracker);
    await unlink(tracker, documentId);
    const findings = await tracker.strapi.plugin('accountability').service('warnings').examine();
    expect(findings).toEqual([{ code: 'COMMITMENT_MISSING', contentType: MILESTONE, documentId }]);
    // A draft may still be saved; publishing needs the commitment.
    expect(
      (await api('PUT', `milestones/${documentId}?locale=ka&status=draft`, { title: 'Old' })).status,
    ).toBe(200);
    expectRefusal(
      await api('PUT', `milestones/${documentId}?locale=ka`, { title: 'Old' }),
      ['commitment'],
      'commitment-required',
    );
    const commitment = await makeCommitment(tracker);
    for (const locale of ['ka', 'en']) {
      expect((await api('PUT', `milestones/${documentId}?locale=${locale}`, { commitment })).status).toBe(
        200,
      );
    }
    expect(await tracker.strapi.plugin('accountability').service('warnings').examine()).toEqual([]);
  });
});

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
  const byToken = (changes?: object, withToken: string | undefined = token) =>
    jsonRequest<Answer>(`${tracker.url}/api/parent-links/moves`, { token: withToken, body: body(changes) });
  const byPanel = (changes?: object, withToken = panel) =>
    jsonRequest<Answer>(`${tracker.url}/parent-links/moves`, { token: withToken, body: body(changes) });
  const back = { from: '', to: '' };

  it('changes every version at once and stands in the change log for the child and both parents', async () => {
    Object.assign(back, { from: to, to: from });
    // A draft with unpublished changes stays one.
    await api('PUT', `milestones/${milestone}?locale=ka&status=draft`, { indicator: 'ახალი' });
    for (const [move, expected] of [
      [byPanel, to],
      [() => byToken(back), from],
    ] as const) {
      const last: { id: number } = await tracker.strapi.db.query(CHANGE).findOne({ orderBy: { id: 'desc' } });
      const answer = await move();
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      expect(await parentsOf(milestone)).toEqual(everywhere(expected));
      const changes: { kind: string; subjectId: string }[] = await tracker.strapi.db
        .query(CHANGE)
        .findMany({ where: { id: { $gt: last.id } } });
      expect(changes.map(({ kind, subjectId }) => `${kind} ${subjectId}`).sort()).toEqual(
        [milestone, from, to].map((id) => `updated ${id}`).sort(),
      );
    }
    expect(await tracker.strapi.plugin('accountability').service('changeLog').examine()).toEqual([]);
    const { body: read } = await inPanel('GET', `collection-types/${MILESTONE}/${milestone}?locale=ka`);
    expect(read.data.status).toBe('modified');
    const { body: english } = await inPanel('GET', `collection-types/${MILESTONE}/${milestone}?locale=en`);
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
      const { body: read } = await api(
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
    expect(await parentsOf(milestone)).toEqual(everywhere(from));
  });

  it('keeps to the content rules, and what is published goes to what is published', async () => {
    const coded = await makeMilestone(tracker, { data: { commitment: from, code: '3.1.1' } });
    const elsewhere = await makeCommitment(tracker, { title: 'Coded', data: { code: '9' } });
    expectRefusal(await byToken({ documentId: coded, to: elsewhere }), ['code'], 'code-outside-parent');
    const unseen = await makeCommitment(tracker, { title: 'Unseen', published: false });
    expectRefusal(await byToken({ documentId: coded, to: unseen }), ['to'], 'move-target-unpublished');
    expect(await parentsOf(coded)).toEqual(everywhere(from));
    const draft = await makeMilestone(tracker, { published: false, data: { commitment: from } });
    expect((await byPanel({ documentId: draft, to: unseen })).status).toBe(200);
    expect(await parentsOf(draft)).toEqual({ 'ka draft': unseen, 'en draft': unseen });
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
    expect(await parentsOf(milestone)).toEqual(everywhere(from));
    expect((await byPanel({}, await adminToken(tracker, ['strapi-editor']))).status).toBe(200);
    expect(await parentsOf(milestone)).toEqual(everywhere(to));
  });

  it('can be offered by the panel, which reads what a document belongs to', async () => {
    const answer = await jsonRequest<{ data: unknown }>(
      `${tracker.url}/parent-links/${MILESTONE}/${milestone}`,
      { token: panel },
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
