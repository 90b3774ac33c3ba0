import { adminToken, createFullAccessToken } from '../support/accounts';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::commitment.commitment';
const PANEL = `/content-manager/collection-types/${UID}`;

describe('editorial review, switched on', () => {
  let tracker: Tracker;
  let admin: string;
  let token: string;

  beforeAll(async () => {
    tracker = await bootTracker({
      firstStart: true,
      env: { SEED_DEMO: 'true', EDITORIAL_REVIEW: 'true', COMPLETION_NEEDS_MILESTONES: 'true' },
    });
    admin = await adminToken(tracker);
    token = await createFullAccessToken(tracker);
  });
  afterAll(() => tracker.close());

  const move = (documentId: string, transition: string, reason?: string): Promise<unknown> =>
    tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({ contentType: UID, documentId, workflow: 'editorial', transition, reason });
  const approved = async () => {
    const documentId = await makeCommitment(tracker, { published: false });
    await move(documentId, 'submit');
    await move(documentId, 'approve');
    return documentId;
  };
  const stateOf = async (subjectId: string) => {
    const row = (await tracker.strapi.db
      .query('plugin::accountability.workflow-state')
      .findOne({ where: { subjectId, workflow: 'editorial' } })) as { state: string } | null;
    return row?.state;
  };
  const needsApproval = { details: { code: 'PUBLISHING_NEEDS_STATE' } };

  it('starts with the first content, which is published and is approved', async () => {
    const published = await tracker.request.get('/api/commitments?fields=documentId').expect(200);
    const [first] = (published.body as { data: { documentId: string }[] }).data;
    expect(await stateOf(first?.documentId ?? '')).toBe('approved');
  });

  it('refuses to publish a draft through every entry point', async () => {
    const published = () =>
      tracker.strapi.db.query(UID).count({ where: { publishedAt: { $notNull: true } } });
    const before = await published();
    const documentId = await makeCommitment(tracker, { published: false });
    const documents = tracker.strapi.documents(UID);
    await expect(documents.publish({ documentId, locale: '*' } as never)).rejects.toMatchObject(
      needsApproval,
    );
    await expect(
      documents.update({ documentId, data: { order: 3 }, status: 'published' } as never),
    ).rejects.toMatchObject(needsApproval);
    await expect(
      documents.create({ data: { title: 'x' }, status: 'published' } as never),
    ).rejects.toMatchObject(needsApproval);
    const as = (bearer: string, method: 'post' | 'put', path: string, body: object) =>
      tracker.request[method](path).set('Authorization', `Bearer ${bearer}`).send(body);
    await as(admin, 'post', `${PANEL}/${documentId}/actions/publish?locale=ka`, { title: 'x' }).expect(400);
    await as(admin, 'post', `${PANEL}/actions/bulkPublish?locale=ka`, { documentIds: [documentId] }).expect(
      400,
    );
    await as(token, 'put', `/api/commitments/${documentId}`, { data: { order: 4 } }).expect(400);
    await as(token, 'post', '/api/commitments', { data: { title: 'x' } }).expect(400);
    expect(await published()).toBe(before);
  });

  it('publishes what has been approved', async () => {
    const documentId = await approved();
    await tracker.strapi.documents(UID).publish({ documentId, locale: '*' } as never);
    await tracker.request.get(`/api/commitments/${documentId}`).expect(200);
    expect(await stateOf(documentId)).toBe('approved');
  });

  it('publishes from the panel’s form when nothing was changed in it', async () => {
    const documentId = await approved();
    const read = await tracker.request
      .get(`${PANEL}/${documentId}?locale=ka`)
      .set('Authorization', `Bearer ${admin}`);
    const { title, description } = (read.body as { data: Record<string, unknown> }).data;
    await tracker.request
      .post(`${PANEL}/${documentId}/actions/publish?locale=ka`)
      .set('Authorization', `Bearer ${admin}`)
      .send({ title, description })
      .expect(200);
    expect(await stateOf(documentId)).toBe('approved');
  });

  it('returns an approved draft to the start when its text, a component or a relation is changed', async () => {
    const theme = (await tracker.strapi.db.query('api::theme.theme').findOne({})) as { documentId: string };
    for (const data of [
      { title: 'Changed' },
      { identifiers: [{ scheme: 'ogp', value: 'GE0082' }] },
      { themes: [theme.documentId] },
    ]) {
      const documentId = await approved();
      await tracker.strapi.documents(UID).update({ documentId, locale: 'ka', data } as never);
      expect([data, await stateOf(documentId)]).toEqual([data, 'draft']);
      const history: unknown[] = await tracker.strapi.db
        .query('plugin::accountability.status-change')
        .findMany({ where: { subjectId: documentId }, orderBy: { version: 'asc' } });
      expect(history).toMatchObject([
        {},
        {},
        { transition: 'edited', fromState: 'approved', toState: 'draft' },
      ]);
    }
  });

  it('refuses a change that would be published in one go with it', async () => {
    const documentId = await approved();
    await expect(
      tracker.strapi
        .documents(UID)
        .update({ documentId, data: { title: 'Sneaky' }, status: 'published' } as never),
    ).rejects.toMatchObject({ details: { code: 'EDIT_NEEDS_REVIEW' } });
    expect(await stateOf(documentId)).toBe('approved');
    expect(await tracker.strapi.db.query(UID).count({ where: { title: 'Sneaky' } })).toBe(0);
  });

  it('says that the change needs a review when the panel saves and publishes it in one request', async () => {
    const documentId = await approved();
    const { body } = await tracker.request
      .post(`${PANEL}/${documentId}/actions/publish?locale=ka`)
      .set('Authorization', `Bearer ${admin}`)
      .send({ title: 'Sneaky form' })
      .expect(400);
    expect((body as { error: object }).error).toMatchObject({ details: { code: 'EDIT_NEEDS_REVIEW' } });
    expect(await stateOf(documentId)).toBe('approved');
    expect(await tracker.strapi.db.query(UID).count({ where: { title: 'Sneaky form' } })).toBe(0);
    const throughApi = await tracker.request
      .put(`/api/commitments/${documentId}?locale=ka`)
      .set('Authorization', `Bearer ${token}`)
      .send({ data: { title: 'Sneaky API' } })
      .expect(400);
    expect((throughApi.body as { error: object }).error).toMatchObject({
      details: { code: 'EDIT_NEEDS_REVIEW' },
    });
  });

  it('changes nothing that is public while a published commitment is reviewed', async () => {
    const documentId = await approved();
    await tracker.strapi.documents(UID).publish({ documentId, locale: '*' } as never);
    const addresses = [
      '/api/open-data/commitments.csv',
      '/api/open-data/status-history.csv',
      '/api/open-data/changes.ndjson?since=0',
      '/api/open-data/changes.atom',
      '/api/open-data/summary.json',
      '/api/open-data/catalog.ttl',
      '/commitments',
    ];
    const seen = async () => ({
      tags: await Promise.all(
        addresses.map(async (address) => {
          const { headers } = await fetch(`${tracker.url}${address}`);
          return [address, headers.get('etag')];
        }),
      ),
      changes: await (await fetch(`${tracker.url}/api/open-data/changes.ndjson?since=0`)).text(),
      documents: (
        await tracker.request.get(`/api/commitments/${documentId}?fields[0]=title&fields[1]=updatedAt`)
      ).body as object,
      rows: await tracker.strapi.db.query(UID).findMany({
        select: ['id', 'locale', 'updatedAt', 'publishedAt'],
        where: { documentId },
        orderBy: 'id',
      }),
    });
    const before = await seen();
    expect(before.tags.every(([, tag]) => tag)).toBe(true);
    await move(documentId, 'send-back', 'Names are missing');
    await move(documentId, 'submit');
    await move(documentId, 'approve');
    expect(await seen()).toEqual(before);
    expect(await stateOf(documentId)).toBe('approved');
  });

  it('lets an editor submit, and approve only where an administrator has allowed it', async () => {
    const documentId = await makeCommitment(tracker, { published: false });
    const editor = await adminToken(tracker, ['strapi-editor']);
    const send = (transition: string) =>
      tracker.request
        .post('/accountability/transitions')
        .set('Authorization', `Bearer ${editor}`)
        .send({ contentType: UID, documentId, workflow: 'editorial', transition });
    await send('submit').expect(200);
    const refused = await send('approve').expect(403);
    expect((refused.body as { error: { details: object } }).error.details).toMatchObject({
      permission: 'plugin::accountability.workflow-commitment-editorial.approve',
    });
  });

  it('sends back with a reason, and its history is not public', async () => {
    const documentId = await approved();
    await tracker.strapi.documents(UID).publish({ documentId, locale: '*' } as never);
    await expect(move(documentId, 'send-back')).rejects.toMatchObject({ status: 400 });
    await move(documentId, 'send-back', 'Names are missing');
    expect(await stateOf(documentId)).toBe('sent-back');
    const history = await tracker.request.get(`/api/commitments/${documentId}/status-history`).expect(200);
    expect((history.body as { data: unknown[] }).data).toEqual([]);
  });

  it('with the guard switched on, completes a commitment only when its milestones are at their end', async () => {
    const documentId = await makeCommitment(tracker, { published: false });
    const milestone = await makeMilestone(tracker, { published: false, data: { commitment: documentId } });
    const send = (body: object) =>
      tracker.request
        .post('/api/accountability/transitions')
        .set('Authorization', `Bearer ${token}`)
        .send({ workflow: 'implementation', ...body });
    const commitment = { contentType: UID, documentId };
    await send({ ...commitment, transition: 'start' }).expect(200);
    const complete = {
      ...commitment,
      transition: 'complete',
      fields: { assessment: 'fully-implemented', result: 'შედეგი' },
    };
    const refused = await send(complete).expect(400);
    const { details } = (refused.body as { error: { details: { errors: object[] } } }).error;
    expect(details.errors).toMatchObject([
      {
        code: 'GUARD_FAILED',
        guard: 'allMilestonesTerminal',
        messages: {
          en: 'Not every milestone has reached a final status.',
          ka: 'ყველა ეტაპი ჯერ არ დასრულებულა.',
        },
      },
    ]);
    const path = `/accountability/documents/${UID}/${documentId}/workflows`;
    const view = await tracker.request.get(path).set('Authorization', `Bearer ${admin}`).expect(200);
    const { workflows } = (view.body as { data: { workflows: { moves: Record<string, unknown>[] }[] } }).data;
    const shown = workflows[0]?.moves.find(({ transition }) => transition === 'complete');
    expect(shown).toMatchObject({
      open: false,
      permitted: true,
      closed: [{ guard: 'allMilestonesTerminal' }],
    });
    await send({
      contentType: 'api::milestone.milestone',
      documentId: milestone,
      transition: 'withdraw',
      reason: 'Given up',
    }).expect(200);
    await send(complete).expect(200);
  });
});
