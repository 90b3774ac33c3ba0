import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportContent, importContent } from '../support/data-transfer';
import { makeMilestone, rowsOf } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';

interface Workflows {
  move(request: object): Promise<{ from: string; to: string; version: number }>;
  check(): Promise<{ code: string; documentId: string }[]>;
}

/** What `strapi export` and `strapi import` do, from one database to another. */
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
    (await workflows().check())
      .filter((finding) => finding.documentId === documentId)
      .map(({ code }) => code);
  const statusesOf = async (documentId: string) =>
    [...new Set((await rowsOf(tracker, UID, documentId)).map((row) => row.implementationStatus))].sort();
  /** What a source that is not sound would bring: a status that no move explains. */
  const falsify = (documentId: string) =>
    tracker.strapi.db
      .connection(tracker.strapi.db.metadata.get(UID).tableName)
      .where({ document_id: documentId, locale: 'en' })
      .update({ implementation_status: 'completed' });

  it('brings states and mirrors unchecked; the doctor names what disagrees, and the next move corrects it', async () => {
    tracker = await bootTracker({ isDamaged: 'an import brings states that disagree' });
    const sound = await makeMilestone(tracker);
    const falsified = await makeMilestone(tracker);
    const unexplained = await makeMilestone(tracker);
    for (const documentId of [sound, falsified]) await move(documentId, 'start');
    await falsify(falsified);
    await tracker.strapi.db
      .connection(tracker.strapi.db.metadata.get(UID).tableName)
      .where({ document_id: unexplained })
      .update({ implementation_status: 'completed' });
    const file = path.join(folder, 'tracker');
    await exportContent(tracker.strapi, file);
    await tracker.close();

    tracker = await bootTracker({ isDamaged: 'an import brings states that disagree' });
    await importContent(tracker.strapi, file);

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
