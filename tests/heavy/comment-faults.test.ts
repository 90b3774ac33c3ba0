import { COMMENT, NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { databaseProxy } from '../support/database-proxy';
import { runDatabase } from '../support/host';
import { makeCommitment } from '../support/milestones';
import { startServer } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

describe('comments while something fails', () => {
  let tracker: Tracker;
  afterEach(() => tracker.close());

  it('are answered with 503 while the database cannot be used, and taken again afterwards', async () => {
    const isPostgres = runDatabase() === 'postgres';
    tracker = await bootTracker({ env: NO_LIMITS });
    const commitment = await makeCommitment(tracker, { title: 'Unlucky' });
    const { database } = tracker;
    const proxy = isPostgres ? await databaseProxy(Number(database.env.DATABASE_PORT)) : null;
    if (proxy) {
      await tracker.close({ keepDatabase: true });
      tracker = await bootTracker({
        reuse: database,
        env: { ...NO_LIMITS, DATABASE_PORT: String(proxy.port) },
      });
    }
    const { log, db } = tracker.strapi;
    const errors = jest.spyOn(log, 'error').mockImplementation((() => log) as never);
    const readOnly = (on: boolean) => db.connection.raw(`PRAGMA query_only = ${Number(on)}`);
    try {
      await (proxy ? proxy.shut() : readOnly(true));
      const refused = await sendComment(tracker, commitment, writtenComment(), { 'accept-language': 'ka' });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
      expect(refused.body.error).toMatchObject({
        name: 'ServiceUnavailableError',
        message: 'სერვისი ამჟამად მიუწვდომელია. სცადეთ 30 წამში.',
        details: { code: 'UNAVAILABLE' },
      });
      if (proxy) {
        for (const query of ['', '?locale=ka']) {
          const address = `${tracker.url}/api/commitments/${commitment}/comments${query}`;
          expect([query, (await fetch(address)).status]).toEqual([query, 503]);
        }
      }
    } finally {
      await (proxy ? proxy.open() : readOnly(false));
      errors.mockRestore();
    }
    expect((await sendComment(tracker, commitment, writtenComment())).status).toBe(201);
    expect(await db.query(COMMENT).count()).toBe(1);
    // The next application reaches the database without the door.
    await tracker.close({ keepDatabase: Boolean(proxy) });
    if (proxy) {
      await proxy.shut();
      await database.drop();
    }
  });

  it('that were answered with 201 are all there after the process was killed among a thousand', async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    const commitment = await makeCommitment(tracker, { title: 'Busy' });
    await tracker.close({ keepDatabase: true });
    const server = await startServer({ ...tracker.database.env, ...NO_LIMITS });
    const acknowledged: string[] = [];
    let left = 1000;
    let isKilled = false;
    await server.ready();
    const writer = async () => {
      while (left > 0 && !isKilled) {
        left -= 1;
        const answer = await sendComment(server, commitment, writtenComment()).catch(() => null);
        if (answer?.status === 201) acknowledged.push(answer.body.data!.documentId);
        if (acknowledged.length === 400 && !isKilled) {
          isKilled = true;
          await server.kill('SIGKILL');
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: 20 }, writer));
    } finally {
      await server.kill('SIGKILL');
    }
    expect(isKilled).toBe(true);

    tracker = await bootTracker({ reuse: tracker.database, env: NO_LIMITS });
    const rows: { documentId: string; subjectId: string; commitment: { documentId: string } | null }[] =
      await tracker.strapi.db
        .query(COMMENT)
        .findMany({ populate: { commitment: { select: ['documentId'] } } });
    const kept = new Set(rows.map(({ documentId }) => documentId));
    expect(acknowledged.length).toBeGreaterThanOrEqual(400);
    expect(acknowledged.filter((documentId) => !kept.has(documentId))).toEqual([]);
    // None is there by half.
    expect(
      rows.filter((row) => row.subjectId !== commitment || row.commitment?.documentId !== commitment),
    ).toEqual([]);
  }, 180_000);
});
