import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_SETTINGS } from '../support/environment';
import { createDatabase } from '../support/databases';
import { runDatabase } from '../support/host';
import { makeMilestone, rowsOf } from '../support/milestones';
import { startNode } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';
const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';

interface Workflows {
  move(request: object): Promise<{ from: string; to: string; version: number }>;
  examine(): Promise<{ code: string; documentId: string }[]>;
}

/** `strapi export` and `strapi import`, as an operator runs them, from one database to another. */
describe('the import of a whole database', () => {
  let tracker: Tracker;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-transfer-'));
  });
  afterAll(async () => {
    await tracker?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const workflows = (): Workflows => tracker.strapi.plugin('accountability').service('workflows');
  const move = (documentId: string, transition: string) =>
    workflows().move({ contentType: UID, documentId, workflow: 'implementation', transition });
  const codesOf = async (documentId: string) =>
    (await workflows().examine())
      .filter((finding) => finding.documentId === documentId)
      .map(({ code }) => code);
  const statusesOf = async (documentId: string) =>
    [...new Set((await rowsOf(tracker, UID, documentId)).map((row) => row.implementationStatus))].sort();
  const strapi = async (...args: string[]) => {
    const result = await startNode([STRAPI, ...args], { ...TEST_SETTINGS, ...tracker.database.env }).ended;
    expect([result.code, result.output]).toEqual([0, expect.any(String)]);
  };
  /** What a source that is not sound would bring: a status that no move explains. */
  const falsify = (documentId: string) =>
    tracker.strapi.db
      .connection(tracker.strapi.db.metadata.get(UID).tableName)
      .where({ document_id: documentId, locale: 'en' })
      .update({ implementation_status: 'completed' });

  it('brings states and mirrors unchecked; the doctor names what disagrees, and the next move mends it', async () => {
    tracker = await bootTracker();
    const sound = await makeMilestone(tracker);
    const falsified = await makeMilestone(tracker);
    const unexplained = await makeMilestone(tracker);
    for (const documentId of [sound, falsified]) await move(documentId, 'start');
    await falsify(falsified);
    await tracker.strapi.db
      .connection(tracker.strapi.db.metadata.get(UID).tableName)
      .where({ document_id: unexplained })
      .update({ implementation_status: 'completed' });
    const source = tracker.database;
    await tracker.close({ keepDatabase: true });
    const file = path.join(folder, 'tracker');
    await strapi('export', '--no-encrypt', '--no-compress', '--file', file);
    await source.drop();

    tracker = { ...tracker, database: await createDatabase(runDatabase()) };
    await strapi('import', '--force', '--file', `${file}.tar`);
    tracker = await bootTracker({ reuse: tracker.database });

    expect(await codesOf(sound)).toEqual([]);
    expect(await move(sound, 'suspend')).toMatchObject({ from: 'in-progress', version: 2 });

    // What the engine keeps wins over what the rows say.
    expect(await statusesOf(falsified)).toEqual(['completed', 'in-progress']);
    expect(await codesOf(falsified)).toEqual(['MIRROR_DIFFERS_FROM_STATE', 'ROWS_DIFFER']);
    expect(await move(falsified, 'suspend')).toMatchObject({ from: 'in-progress', to: 'suspended' });
    expect(await statusesOf(falsified)).toEqual(['suspended']);
    expect(await codesOf(falsified)).toEqual([]);

    expect(await codesOf(unexplained)).toEqual(['MIRROR_WITHOUT_STATE']);
    expect(await statusesOf(unexplained)).toEqual(['completed']);
  }, 240_000);
});
