import { createFullAccessToken, adminToken, createAdmin, adminLogin } from '../support/accounts';
import { makeMilestone, makeCommitment, rowsOf } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';

interface Answer {
  data: { from: string; to: string; version: number } | null;
  error?: {
    status: number;
    name: string;
    message: string;
    details: {
      code: string;
      permission?: string;
      known?: string[];
      current?: { state: string; version: number };
      errors?: { code: string; path: string[]; guard?: string; messages: { en: string; ka: string } }[];
    };
  };
}

describe('a move', () => {
  let tracker: Tracker;
  let token: string;

  beforeAll(async () => {
    tracker = await bootTracker();
    token = await createFullAccessToken(tracker);
  });
  afterAll(() => tracker.close());

  const send = async (body: object, bearer: string | null = token) => {
    const request = tracker.request.post('/api/accountability/transitions').send(body);
    const response = await (bearer ? request.set('Authorization', `Bearer ${bearer}`) : request);
    return { status: response.status, body: response.body as Answer };
  };
  const moveBy = (documentId: string, transition: string, more: object = {}) =>
    send({ contentType: MILESTONE, documentId, workflow: 'implementation', transition, ...more });
  const historyOf = (subjectId: string): Promise<Record<string, unknown>[]> =>
    tracker.strapi.db
      .query('plugin::accountability.status-change')
      .findMany({ where: { subjectId }, orderBy: { version: 'asc' } });
  const changesOf = (subjectId: string): Promise<unknown[]> =>
    tracker.strapi.db
      .query('plugin::accountability.change')
      .findMany({ where: { subjectId, kind: 'transition' } });

  it('writes state, mirror of every row, history and change log', async () => {
    const documentId = await makeMilestone(tracker);
    const { status, body } = await moveBy(documentId, 'start', { version: 0 });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ from: 'not-started', to: 'in-progress', version: 1 });

    const rows = await rowsOf(tracker, MILESTONE, documentId);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map((row) => row.implementationStatus))).toEqual(new Set(['in-progress']));
    expect(await historyOf(documentId)).toMatchObject([
      { transition: 'start', fromState: 'not-started', toState: 'in-progress', actorKind: 'api-token' },
    ]);
    expect(await changesOf(documentId)).toHaveLength(1);
    const published = await tracker.request.get(`/api/milestones/${documentId}?locale=en`).expect(200);
    expect((published.body as { data: object }).data).toMatchObject({ implementationStatus: 'in-progress' });
  });

  it('asks for all that is missing at once, in both languages, and changes nothing', async () => {
    const documentId = await makeMilestone(tracker);
    await moveBy(documentId, 'start');
    const { status, body } = await moveBy(documentId, 'complete', {
      fields: { assessment: 'perfect', titel: 1 },
    });
    expect(status).toBe(400);
    const failures = body.error?.details.errors ?? [];
    expect(failures.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['FIELD_INVALID', 'fields.assessment'],
      ['FIELD_UNKNOWN', 'fields.titel'],
      ['FIELD_REQUIRED', 'fields.result'],
    ]);
    for (const { messages } of failures) {
      expect(messages.ka).toMatch(/[ა-ჰ]/);
      expect(messages.en).not.toMatch(/[ა-ჰ]/);
    }
    expect(await historyOf(documentId)).toHaveLength(1);
    const [row] = await rowsOf(tracker, MILESTONE, documentId);
    expect(row).toMatchObject({ implementationStatus: 'in-progress', assessment: null });
  });

  it('completes with the assessment and the result in each language, draft and published', async () => {
    const documentId = await makeMilestone(tracker);
    await moveBy(documentId, 'start');
    const { status } = await moveBy(documentId, 'complete', {
      fields: { assessment: 'fully-implemented', result: { ka: 'შედეგი', en: 'Done' } },
    });
    expect(status).toBe(200);
    for (const row of await rowsOf(tracker, MILESTONE, documentId)) {
      expect(row).toMatchObject({
        implementationStatus: 'completed',
        assessment: 'fully-implemented',
        result: row.locale === 'ka' ? 'შედეგი' : 'Done',
      });
    }
    const again = await moveBy(documentId, 'reopen');
    expect(again.body.error?.details.errors).toMatchObject([{ code: 'REASON_REQUIRED', path: ['reason'] }]);
    expect((await moveBy(documentId, 'reopen', { reason: 'More to do' })).status).toBe(200);
  });

  it('names what exists where something does not', async () => {
    const documentId = await makeMilestone(tracker);
    const base = { contentType: MILESTONE, documentId, workflow: 'implementation', transition: 'start' };
    const workflow = await send({ ...base, workflow: 'nothing' });
    expect([workflow.status, workflow.body.error?.details.known]).toEqual([404, ['implementation']]);
    const transition = await send({ ...base, transition: 'finish' });
    expect(transition.status).toBe(404);
    expect(transition.body.error?.details.known).toContain('complete');
    expect((await send({ ...base, documentId: 'nobody' })).status).toBe(404);
    expect((await send({ ...base, contentType: 'api::partner.partner' })).status).toBe(404);
    expect((await send({ ...base, reason: 5 })).status).toBe(400);
    expect((await send({ ...base, colour: 'red' })).status).toBe(400);
  });

  it('answers a stale version and a closed move with the state as it is', async () => {
    const documentId = await makeMilestone(tracker);
    await moveBy(documentId, 'start');
    const stale = await moveBy(documentId, 'suspend', { version: 0 });
    expect(stale.status).toBe(409);
    expect(stale.body.error?.details).toMatchObject({
      code: 'STALE_VERSION',
      current: { state: 'in-progress', version: 1 },
    });
    const closed = await moveBy(documentId, 'start');
    expect(closed.status).toBe(409);
    expect(closed.body.error?.details).toMatchObject({
      code: 'CLOSED_FROM_STATE',
      current: { state: 'in-progress', version: 1 },
    });
  });

  it('lets one of two hundred identical moves through', async () => {
    const documentId = await makeMilestone(tracker);
    const answers = await Promise.all(Array.from({ length: 200 }, () => moveBy(documentId, 'start')));
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array<number>(199).fill(409)]);
    expect(await historyOf(documentId)).toHaveLength(1);
    expect(await changesOf(documentId)).toHaveLength(1);
  });

  it('needs a token, and the permission of the very move', async () => {
    const documentId = await makeMilestone(tracker);
    const body = { contentType: MILESTONE, documentId, workflow: 'implementation', transition: 'start' };
    expect((await send(body, null)).status).toBe(401);
    const tokens = tracker.strapi.service('admin::api-token') as {
      create(token: object): Promise<{ accessKey: string }>;
    };
    const permission = 'plugin::accountability.workflow-milestone-implementation.start';
    const reader = await tokens.create({ name: 'reader', type: 'read-only', lifespan: null });
    const refused = await send(body, reader.accessKey);
    expect([refused.status, refused.body.error?.details.permission]).toEqual([403, permission]);
    const mover = await tokens.create({
      name: 'mover',
      type: 'custom',
      lifespan: null,
      permissions: [permission],
    });
    expect((await send(body, mover.accessKey)).status).toBe(200);
    const other = await send({ ...body, transition: 'suspend' }, mover.accessKey);
    expect(other.status).toBe(403);
    expect(await historyOf(documentId)).toHaveLength(1);
  });

  it('in the panel asks for the permission of the role, and writes down who moved', async () => {
    const documentId = await makeMilestone(tracker);
    const body = { contentType: MILESTONE, documentId, workflow: 'implementation', transition: 'start' };
    const moderator = await adminToken(tracker, ['tracker-moderator']);
    const editor = await adminLogin(tracker, await createAdmin(tracker, { roles: ['strapi-editor'] }));
    const as = (bearer: string) =>
      tracker.request.post('/accountability/transitions').set('Authorization', `Bearer ${bearer}`).send(body);
    await tracker.request.post('/accountability/transitions').send(body).expect(401);
    const refused = await as(moderator).expect(403);
    expect((refused.body as Answer).error?.details.permission).toBe(
      'plugin::accountability.workflow-milestone-implementation.start',
    );
    await as(editor).expect(200);
    expect(await historyOf(documentId)).toMatchObject([
      { actorKind: 'admin', actorName: 'Test strapi-editor', actorLabel: 'Editor' },
    ]);
    const path = `/accountability/documents/${MILESTONE}/${documentId}/workflows`;
    const view = await tracker.request.get(path).set('Authorization', `Bearer ${editor}`).expect(200);
    const { data } = view.body as { data: { workflows: Record<string, unknown>[] } };
    expect(data.workflows).toMatchObject([
      { workflow: 'implementation', version: 1, state: { code: 'in-progress' }, overdue: false },
    ]);
    await tracker.request.get(path).set('Authorization', `Bearer ${moderator}`).expect(403);
    await tracker.request.get('/accountability/workflow-overview').expect(401);
    await tracker.request
      .get('/accountability/workflow-overview')
      .set('Authorization', `Bearer ${editor}`)
      .expect(200);
  });

  it('gives the public a history without names, of published documents only', async () => {
    const documentId = await makeMilestone(tracker);
    await moveBy(documentId, 'delay', { reason: 'Rain' });
    const response = await tracker.request
      .get(`/api/milestones/${documentId}/status-history?locale=ka`)
      .expect(200);
    const { data } = response.body as { data: Record<string, unknown>[] };
    expect(data).toMatchObject([
      {
        to: { code: 'delayed', label: 'ყოვნდება' },
        reason: 'Rain',
        actor: { kind: 'api-token', label: null },
      },
    ]);
    expect(JSON.stringify(data)).not.toContain('actorName');
    expect(data[0]?.actor).not.toHaveProperty('name');
    const draft = await makeMilestone(tracker, { published: false });
    await tracker.request.get(`/api/milestones/${draft}/status-history`).expect(404);
    await tracker.request.get(`/api/comments/${draft}/status-history`).expect(404);
    const list = await tracker.request.get('/api/accountability/workflows?locale=en').expect(200);
    const names = (list.body as { data: { workflow: string }[] }).data.map(({ workflow }) => workflow);
    expect(names).toEqual(['implementation', 'implementation']);
  });

  it('filters by overdue, which is nowhere stored', async () => {
    const frame = (endDate: string, endPrecision: string) => ({ timeframe: { endDate, endPrecision } });
    const year = new Date().getUTCFullYear();
    const late = await makeMilestone(tracker, { title: 'late', data: frame('2018-10-01', 'month') });
    const current = await makeMilestone(tracker, { title: 'current', data: frame(`${year}-01-01`, 'year') });
    const list = async (overdue: string) => {
      const response = await tracker.request
        .get(`/api/milestones?overdue=${overdue}&pagination[pageSize]=100`)
        .expect(200);
      return (response.body as { data: { documentId: string }[] }).data.map((row) => row.documentId);
    };
    expect(await list('true')).toEqual([late]);
    expect(await list('false')).toContain(current);
    expect(await list('false')).not.toContain(late);
    const exported = async (overdue: boolean) => {
      const text = await tracker.request
        .get(`/api/open-data/milestones.json?fields=id,overdue&filters[overdue][$eq]=${overdue}`)
        .expect(200);
      return (JSON.parse(text.text) as { data: { id: string; overdue: boolean }[] }).data;
    };
    expect(await exported(true)).toEqual([{ id: late, overdue: true }]);
    expect(await exported(false)).toContainEqual({ id: current, overdue: false });
    expect((await exported(false)).every((row) => !row.overdue && row.id !== late)).toBe(true);
    await moveBy(late, 'withdraw', { reason: 'Given up' });
    expect(await exported(true)).toEqual([]);
    expect(await exported(false)).toContainEqual({ id: late, overdue: false });
    expect(await list('true')).toEqual([]);
    await tracker.request.get('/api/milestones?overdue=maybe').expect(400);
  });

  it('suggests a roll-up and claims no progress where nothing is known', async () => {
    const commitmentId = await makeCommitment(tracker);
    const bearer = await adminToken(tracker);
    const suggestion = async () => {
      const response = await tracker.request
        .get(`/accountability/documents/api::commitment.commitment/${commitmentId}/workflows`)
        .set('Authorization', `Bearer ${bearer}`)
        .expect(200);
      const { data } = response.body as { data: { workflows: { suggestion: unknown }[] } };
      return data.workflows[0]?.suggestion;
    };
    expect(await suggestion()).toMatchObject({ state: null, progress: null, parts: 0 });
    const milestone = await makeMilestone(tracker, { data: { commitment: commitmentId } });
    await moveBy(milestone, 'start');
    expect(await suggestion()).toMatchObject({ state: { code: 'in-progress' }, progress: 50, parts: 1 });
  });
});
