import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { milestoneImplementation } from '../../src/accountability/workflows/implementation';
import { adminToken, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeMilestone, rowsOf } from '../support/milestones';
import { startServer } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';

interface Workflows {
  move(request: object): Promise<{ version: number }>;
  check(): Promise<{ code: string; documentId: string }[]>;
  undeclared(workflows?: object[]): Promise<object[]>;
  migrate(workflows?: object[]): Promise<number>;
}
const workflowsOf = ({ strapi }: Tracker): Workflows => strapi.plugin('accountability').service('workflows');
const tableOf = ({ strapi }: Tracker, uid: string): string => strapi.db.metadata.get(uid).tableName;

describe('what the engine keeps', () => {
  let tracker: Tracker;
  afterEach(() => tracker?.close());

  const move = (documentId: string, transition: string, more: object = {}) =>
    workflowsOf(tracker).move({
      contentType: UID,
      documentId,
      workflow: 'implementation',
      transition,
      ...more,
    });

  it('is found sound, and every disagreement is found', async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' }, isDamaged: 'every disagreement is made' });
    const { check } = workflowsOf(tracker);
    expect(await check()).toEqual([]);
    const knex = tracker.strapi.db.connection;
    const damages: [string, (documentId: string) => Promise<unknown>][] = [
      [
        'MIRROR_DIFFERS_FROM_STATE',
        (id) =>
          knex(tableOf(tracker, UID))
            .where({ document_id: id })
            .update({ implementation_status: 'completed' }),
      ],
      [
        'ROWS_DIFFER',
        (id) =>
          knex(tableOf(tracker, UID))
            .where({ document_id: id, locale: 'en' })
            .update({ implementation_status: 'completed' }),
      ],
      [
        'MIRROR_WITHOUT_STATE',
        async (id) => {
          for (const name of ['workflow-state', 'status-change', 'change']) {
            await knex(tableOf(tracker, `plugin::accountability.${name}`))
              .where({ subject_id: id })
              .delete();
          }
        },
      ],
      [
        'STATE_DIFFERS_FROM_HISTORY',
        (id) =>
          knex(tableOf(tracker, 'plugin::accountability.status-change'))
            .where({ subject_id: id, version: 2 })
            .delete(),
      ],
      [
        'HISTORY_HAS_GAPS',
        (id) =>
          knex(tableOf(tracker, 'plugin::accountability.status-change'))
            .where({ subject_id: id, version: 1 })
            .delete(),
      ],
      [
        'HISTORY_WITHOUT_STATE',
        (id) =>
          knex(tableOf(tracker, 'plugin::accountability.workflow-state')).where({ subject_id: id }).delete(),
      ],
      ['STATE_WITHOUT_DOCUMENT', (id) => knex(tableOf(tracker, UID)).where({ document_id: id }).delete()],
    ];
    for (const [code, damage] of damages) {
      const documentId = await makeMilestone(tracker);
      await move(documentId, 'start');
      await move(documentId, 'suspend');
      await damage(documentId);
      const codes = (await check()).filter((finding) => finding.documentId === documentId);
      expect(codes.map((finding) => finding.code)).toContain(code);
    }
  });

  it('loses nothing when a release knows other states: reported, readable, and moved by a migration', async () => {
    tracker = await bootTracker();
    const documentId = await makeMilestone(tracker);
    await move(documentId, 'start');
    const knex = tracker.strapi.db.connection;
    await knex(tableOf(tracker, 'plugin::accountability.workflow-state'))
      .where({ subject_id: documentId })
      .update({ state: 'underway' });
    await knex(tableOf(tracker, UID))
      .where({ document_id: documentId })
      .update({ implementation_status: 'underway' });

    const { undeclared, migrate } = workflowsOf(tracker);
    expect(await undeclared()).toEqual([
      { contentType: UID, workflow: 'implementation', state: 'underway', documents: 1 },
    ]);
    const read = await tracker.request.get(`/api/milestones/${documentId}`).expect(200);
    expect((read.body as { data: object }).data).toMatchObject({ implementationStatus: 'underway' });
    await expect(move(documentId, 'suspend')).rejects.toMatchObject({ status: 409 });

    const renamed = { ...milestoneImplementation, migrations: { underway: 'in-progress' } };
    expect(await migrate([renamed])).toBe(1);
    expect(await migrate([renamed])).toBe(0);
    for (const row of await rowsOf(tracker, UID, documentId)) {
      expect(row.implementationStatus).toBe('in-progress');
    }
    expect(await undeclared()).toEqual([]);
    await move(documentId, 'suspend');
  });

  it('goes on with the history of a document that is deleted and restored under its id', async () => {
    tracker = await bootTracker({ isDamaged: 'a milestone is restored as a row, without its commitment' });
    const documentId = await makeMilestone(tracker);
    await move(documentId, 'start');
    await tracker.strapi.documents(UID).delete({ documentId, locale: '*' } as never);
    await tracker.strapi.db.query(UID).create({ data: { title: 'Back', documentId, locale: 'ka' } });
    const [row] = await rowsOf(tracker, UID, documentId);
    expect(row?.implementationStatus).toBe('not-started');
    expect(await move(documentId, 'start')).toMatchObject({ version: 2 });
    expect(await workflowsOf(tracker).check()).toEqual([]);
  });

  it('agrees on every document after the process was killed in the middle of a thousand moves', async () => {
    tracker = await bootTracker();
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) ids.push(await makeMilestone(tracker));
    const token = await createFullAccessToken(tracker);
    const { database } = tracker;
    await tracker.close({ keepDatabase: true });

    const server = await startServer(database.env);
    await server.ready();
    let answered = 0;
    const send = (documentId: string, transition: string) =>
      fetch(`${server.url}/api/accountability/transitions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ contentType: UID, documentId, workflow: 'implementation', transition }),
      }).then(
        ({ status }) => {
          if (status === 200) answered += 1;
        },
        () => undefined, // the connection of a killed server
      );
    const work = ids.map(async (documentId) => {
      for (let turn = 0; turn < 50; turn += 1) {
        await send(documentId, turn === 0 ? 'start' : turn % 2 === 1 ? 'suspend' : 'resume');
      }
    });
    while (answered < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.kill('SIGKILL');
    await Promise.all(work);

    tracker = await bootTracker({ reuse: database });
    expect(await workflowsOf(tracker).check()).toEqual([]);
    const moves = await tracker.strapi.db.query('plugin::accountability.status-change').count();
    expect(moves).toBeGreaterThanOrEqual(answered);
    expect(moves).toBeLessThan(1000);
  }, 120_000);

  it('notifies a webhook, made and changed as the panel does, of a move once it is committed, without names', async () => {
    tracker = await bootTracker();
    const received: { body: Record<string, unknown>; status: unknown }[] = [];
    const hook: Server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        const body = JSON.parse(text) as Record<string, unknown>;
        const address = `${tracker.url}/api/milestones/${String(body.documentId)}`;
        jsonRequest<{ data: { implementationStatus: string } }>(address).then(
          (read) => {
            received.push({ body, status: read.body.data.implementationStatus });
            response.end();
          },
          () => response.destroy(),
        );
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
      const token = await adminToken(tracker);
      const webhook = { name: 'moves', url, headers: {}, events: ['accountability.transition'] };
      const made = await jsonRequest<{ data: { id: number } }>(`${tracker.url}/admin/webhooks`, {
        token,
        body: webhook,
      });
      expect(made.status).toBe(201);
      const changed = await jsonRequest(`${tracker.url}/admin/webhooks/${made.body.data.id}`, {
        token,
        method: 'PUT',
        body: { ...webhook, name: 'moves, renamed' },
      });
      expect(changed.body).toMatchObject({ data: { isEnabled: true, events: webhook.events } });
      const unknown = { ...webhook, events: ['accountability.nothing'] };
      expect((await jsonRequest(`${tracker.url}/admin/webhooks`, { token, body: unknown })).status).toBe(400);
      const documentId = await makeMilestone(tracker);
      await move(documentId, 'delay', { reason: 'Rain' });
      while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(received[0]?.status).toBe('delayed');
      expect(received[0]?.body).toMatchObject({
        event: 'accountability.transition',
        documentId,
        from: 'not-started',
        to: 'delayed',
        reason: 'Rain',
        actor: { kind: 'system', label: null },
      });
      expect(JSON.stringify(received)).not.toContain('actorName');
    } finally {
      await new Promise((resolve) => hook.close(resolve));
    }
  });
});
