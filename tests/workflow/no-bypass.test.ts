import { adminToken, createFullAccessToken } from '../support/accounts';
import { makeMilestone, parentOfMilestones, rowsOf } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';
const PANEL = `/content-manager/collection-types/${UID}`;

/** Every entry point by which a status could be written without a move. */
describe('a move cannot be bypassed:', () => {
  let tracker: Tracker;
  let token: string;
  let admin: string;

  beforeAll(async () => {
    tracker = await bootTracker();
    token = await createFullAccessToken(tracker);
    admin = await adminToken(tracker);
  });
  afterAll(() => tracker.close());

  const documents = () => tracker.strapi.documents(UID);
  const statesOf = async (documentId: string) =>
    [...new Set((await rowsOf(tracker, UID, documentId)).map((row) => row.implementationStatus))].sort();
  const started = async (options: { published?: boolean } = {}) => {
    const documentId = await makeMilestone(tracker, options);
    await move(documentId, 'start');
    return documentId;
  };
  const move = (documentId: string, transition: string, more: object = {}): Promise<unknown> =>
    tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({ contentType: UID, documentId, workflow: 'implementation', transition, ...more });
  const panel = (method: 'post' | 'put', path: string, body: object = {}) =>
    tracker.request[method](path).set('Authorization', `Bearer ${admin}`).send(body);
  const expectRefusal = (body: unknown) =>
    expect(body).toMatchObject({
      error: { details: { code: 'WRITTEN_BY_MOVES', errors: [{ path: ['implementationStatus'] }] } },
    });

  it.each([{ implementationStatus: 'completed' }, { assessment: 'fully-implemented' }])(
    'the API with a full-access token refuses %j',
    async (attempt) => {
      const send = (method: 'post' | 'put', path: string, data: object) =>
        tracker.request[method](path).set('Authorization', `Bearer ${token}`).send({ data });
      const created = await send('post', '/api/milestones', { title: 'x', ...attempt }).expect(400);
      expect(created.body).toMatchObject({ error: { details: { code: 'WRITTEN_BY_MOVES' } } });
      const documentId = await started();
      await send('put', `/api/milestones/${documentId}`, attempt).expect(400);
      await send('put', `/api/milestones/${documentId}?locale=en`, attempt).expect(400);
      await send('put', `/api/milestones/${documentId}?status=draft`, attempt).expect(400);
      expect(await statesOf(documentId)).toEqual(['in-progress']);
    },
  );

  it('create starts at the beginning, whoever makes it and however it is published', async () => {
    await expect(
      documents().create({
        data: { title: 'x', implementationStatus: 'completed' },
        status: 'published',
      } as never),
    ).rejects.toMatchObject({ details: { code: 'WRITTEN_BY_MOVES' } });
    const { documentId } = await documents().create({
      data: {
        title: 'x',
        implementationStatus: 'not-started',
        commitment: await parentOfMilestones(tracker),
      },
      status: 'published',
    } as never);
    expect(await statesOf(documentId)).toEqual(['not-started']);
  });

  it('update with status published is refused like any other', async () => {
    const documentId = await started();
    await expect(
      documents().update({
        documentId,
        data: { implementationStatus: 'completed' },
        status: 'published',
      } as never),
    ).rejects.toMatchObject({ details: { code: 'WRITTEN_BY_MOVES' } });
    expect(await statesOf(documentId)).toEqual(['in-progress']);
  });

  it('emptying it is refused as well', async () => {
    const documentId = await started();
    await expect(
      documents().update({ documentId, data: { implementationStatus: null } } as never),
    ).rejects.toMatchObject({ details: { code: 'WRITTEN_BY_MOVES' } });
  });

  it('a client that sends the document back as it read it is let through', async () => {
    const documentId = await started();
    const response = await tracker.request
      .put(`/api/milestones/${documentId}?locale=ka`)
      .set('Authorization', `Bearer ${token}`)
      .send({ data: { title: 'New', implementationStatus: 'in-progress', assessment: null } })
      .expect(200);
    expect((response.body as { data: object }).data).toMatchObject({ title: 'New' });
  });

  it('a new language has the state of the others', async () => {
    const { documentId } = await documents().create({
      locale: 'ka',
      data: { title: 'ა', commitment: await parentOfMilestones(tracker) },
    } as never);
    await move(documentId, 'start');
    await documents().update({
      documentId,
      locale: 'en',
      data: { title: 'a' },
      status: 'published',
    } as never);
    expect(await statesOf(documentId)).toEqual(['in-progress']);
    await expect(
      documents().update({ documentId, locale: 'en', data: { implementationStatus: 'completed' } } as never),
    ).rejects.toMatchObject({ details: { code: 'WRITTEN_BY_MOVES' } });
  });

  it('publish and discard draft bring no old state back', async () => {
    const documentId = await started();
    await documents().update({ documentId, locale: 'ka', data: { title: 'Other' } } as never);
    await move(documentId, 'suspend');
    await documents().discardDraft({ documentId, locale: '*' } as never);
    expect(await statesOf(documentId)).toEqual(['suspended']);
    await documents().unpublish({ documentId, locale: '*' } as never);
    await move(documentId, 'resume');
    await documents().publish({ documentId, locale: '*' } as never);
    expect(await statesOf(documentId)).toEqual(['in-progress']);
  });

  it('a move leaves the mark of unpublished changes where there are some', async () => {
    const documentId = await makeMilestone(tracker);
    const statusOf = async () => {
      const response = await tracker.request
        .get(`${PANEL}/${documentId}?locale=ka`)
        .set('Authorization', `Bearer ${admin}`);
      return (response.body as { data: { status: string } }).data.status;
    };
    await move(documentId, 'start');
    expect(await statusOf()).toBe('published');
    await documents().update({ documentId, locale: 'ka', data: { title: 'Other' } } as never);
    await move(documentId, 'suspend');
    expect(await statusOf()).toBe('modified');
  });

  it('a clone starts in the initial state', async () => {
    const documentId = await started();
    await move(documentId, 'complete', {
      fields: { assessment: 'fully-implemented', result: 'Done' },
    });
    const { entries } = (await documents().clone({ documentId, data: { title: 'Copy' } } as never)) as {
      entries: { documentId: string }[];
    };
    const [copy] = await rowsOf(tracker, UID, entries[0]?.documentId ?? '');
    expect(copy).toMatchObject({ implementationStatus: 'not-started', assessment: null });
    const response = await panel('post', `${PANEL}/clone/${documentId}`, {
      title: 'Copy',
      implementationStatus: 'completed',
      assessment: 'fully-implemented',
    });
    expect(response.status).toBeLessThan(300);
    const made = (response.body as { data: { documentId: string } }).data.documentId;
    expect(await statesOf(made)).toEqual(['not-started']);
    await expect(
      documents().clone({ documentId, data: { implementationStatus: 'withdrawn' } } as never),
    ).rejects.toMatchObject({ details: { code: 'WRITTEN_BY_MOVES' } });
  });

  it('the panel: create, update and publish with the form’s data', async () => {
    expectRefusal(
      (await panel('post', PANEL, { title: 'x', implementationStatus: 'completed' }).expect(400)).body,
    );
    const documentId = await started();
    const attempt = { title: 'x', implementationStatus: 'completed' };
    expectRefusal((await panel('put', `${PANEL}/${documentId}?locale=ka`, attempt).expect(400)).body);
    const publish = await panel('post', `${PANEL}/${documentId}/actions/publish?locale=ka`, attempt).expect(
      400,
    );
    expectRefusal(publish.body);
    expect(await statesOf(documentId)).toEqual(['in-progress']);
    await panel('post', `${PANEL}/actions/bulkPublish?locale=ka`, { documentIds: [documentId] }).expect(200);
    await panel('post', `${PANEL}/actions/bulkUnpublish?locale=ka`, { documentIds: [documentId] }).expect(
      200,
    );
    expect(await statesOf(documentId)).toEqual(['in-progress']);
  });

  it('the panel: a form opened before a move saves its text, and the move is kept', async () => {
    const documentId = await started();
    const form = { title: 'Typed meanwhile', implementationStatus: 'in-progress', assessment: null };
    await move(documentId, 'complete', { fields: { assessment: 'fully-implemented', result: 'Done' } });
    await panel('put', `${PANEL}/${documentId}?locale=ka`, form).expect(200);
    for (const row of await rowsOf(tracker, UID, documentId)) {
      expect(row).toMatchObject({ implementationStatus: 'completed', assessment: 'fully-implemented' });
    }
    expect((await rowsOf(tracker, UID, documentId)).map(({ title }) => title)).toContain('Typed meanwhile');
    const attempt = { ...form, implementationStatus: 'withdrawn' };
    expectRefusal((await panel('put', `${PANEL}/${documentId}?locale=ka`, attempt).expect(400)).body);
    const data = { title: 'By a program', implementationStatus: 'in-progress' };
    await tracker.request
      .put(`/api/milestones/${documentId}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ data })
      .expect(400);
  });

  it('deleting ends the state and keeps the history; what is made again starts in the initial state', async () => {
    const documentId = await started();
    await documents().delete({ documentId, locale: 'en' } as never);
    const states = () =>
      tracker.strapi.db
        .query('plugin::accountability.workflow-state')
        .count({ where: { subjectId: documentId } });
    expect(await states()).toBe(1);
    await panel('post', `${PANEL}/actions/bulkDelete?locale=ka`, { documentIds: [documentId] });
    expect(await rowsOf(tracker, UID, documentId)).toEqual([]);
    expect(await states()).toBe(0);
    const history = await tracker.strapi.db
      .query('plugin::accountability.status-change')
      .count({ where: { subjectId: documentId } });
    expect(history).toBe(1);
    await expect(
      documents().create({
        documentId,
        data: { title: 'Back', implementationStatus: 'in-progress' },
      } as never),
    ).rejects.toMatchObject({ details: { code: 'WRITTEN_BY_MOVES' } });
  });

  it('other plugins that write rows past the document service', async () => {
    const documentId = await started();
    const rows = tracker.strapi.db.query(UID);
    const refused = { details: { code: 'WRITTEN_BY_MOVES' } };
    const attempt = { implementationStatus: 'completed' };
    await expect(rows.update({ where: { documentId }, data: attempt })).rejects.toMatchObject(refused);
    await expect(rows.updateMany({ where: { documentId }, data: attempt })).rejects.toMatchObject(refused);
    await expect(rows.create({ data: { title: 'x', ...attempt } })).rejects.toMatchObject(refused);
    await expect(rows.createMany({ data: [{ title: 'x', ...attempt }] })).rejects.toMatchObject(refused);
    await rows.update({ where: { documentId, locale: 'ka' }, data: { title: 'Allowed' } });
    expect(await statesOf(documentId)).toEqual(['in-progress']);
  });

  it.each(['workflow-state', 'status-change', 'change'])('the engine’s own table %s', async (name) => {
    const uid = `plugin::accountability.${name}` as never;
    await expect(tracker.strapi.documents(uid).create({ data: {} } as never)).rejects.toMatchObject({
      details: { code: 'ENGINE_TABLE' },
    });
    const response = await panel('post', `/content-manager/collection-types/${String(uid)}`, {});
    expect(response.status).toBeGreaterThanOrEqual(400);
    await tracker.request.get(`/api/accountability/${name}s`).expect(404);
  });
});
