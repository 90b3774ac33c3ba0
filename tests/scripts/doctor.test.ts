import { hostDate } from '../support/host';
import { imported } from '../support/import-documents';
import { makeMilestone, unlink } from '../support/milestones';
import { startNode } from '../support/processes';
import { TEST_SETTINGS } from '../support/environment';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';

/** What `npm run doctor` says of a tracker's database; the tracker is restarted after it. */
async function doctor(tracker: Tracker) {
  await tracker.close({ keepDatabase: true });
  return startNode(['scripts/doctor.mjs'], { ...TEST_SETTINGS, ...tracker.database.env }).ended;
}

describe('npm run doctor', () => {
  it('says that there is no content rather than that all agrees, and names a language of the panel alone', async () => {
    const tracker = await bootTracker();
    try {
      await tracker.strapi.plugin('i18n').service('locales').create({ code: 'es', name: 'Spanish (es)' });
      const { code, output } = await doctor(tracker);
      expect(code).toBe(0);
      expect(output).toMatch(/^There is no content in this database/m);
      expect(output).toMatch(/^Languages of the panel that are not the site's: es\.$/m);
    } finally {
      await tracker.database.drop();
    }
  }, 120_000);

  it('takes what an import has not finished for no fault: it says since when one runs', async () => {
    const tracker = await bootTracker();
    const { strapi, database, close } = tracker;
    const ask = () => startNode(['scripts/doctor.mjs'], { ...TEST_SETTINGS, ...database.env }).ended;
    try {
      const startedAt = new Date().toISOString();
      const { id } = await strapi.db.query('plugin::accountability.import').create({
        data: {
          ...{ name: 'elsewhere', status: 'running', mapping: 'native', files: [], actorKind: 'system' },
          ...{ isDryRun: false, keepsGood: false, startedAt, host: 'another', process: 1, seen: startedAt },
        },
      });
      const actor = { kind: 'system', id: null, name: null, label: null, may: () => true };
      const writer = await strapi
        .plugin('accountability')
        .service('importWriter')
        .open({ actor, importId: 'elsewhere' });
      await writer.add([
        imported('commitment', { shared: { slug: 'unfinished' }, localized: { ka: { title: 'ერთი' } } }),
      ]);
      const during = await ask();
      expect(during.code).toBe(2);
      expect(during.output).toContain(`An import has been writing since ${startedAt}`);
      expect(during.output).not.toMatch(/^[A-Z_]+: /m);
      await writer.commit();
      await strapi.db
        .query('plugin::accountability.import')
        .update({ where: { id }, data: { status: 'done', endedAt: new Date().toISOString() } });
      expect((await ask()).output).toContain('agree on every document; there are 1');
    } finally {
      await close();
    }
  }, 120_000);

  it('names a document whose languages have different relations', async () => {
    const tracker = await bootTracker({
      env: { SEED_DEMO: 'true' },
      isDamaged: 'one language has lost its milestones',
    });
    try {
      const { strapi } = tracker;
      const { joinTable } = strapi.db.metadata.get(COMMITMENT).attributes.milestones as unknown as {
        joinTable: { name: string; joinColumn: { name: string } };
      };
      const row = await strapi.db
        .query(COMMITMENT)
        .findOne({ where: { locale: 'en', publishedAt: { $notNull: true }, milestones: { code: '2.2.1' } } });
      // As a copy used to leave it: one language has lost its milestones.
      await strapi.db
        .connection(joinTable.name)
        .where({ [joinTable.joinColumn.name]: row.id })
        .delete();
      const { code, output } = await doctor(tracker);
      expect(code).toBe(1);
      expect(output).toContain('RELATIONS_DIFFER: ');
      expect(output).toContain(`${COMMITMENT} ${row.documentId}`);
    } finally {
      await tracker.database.drop();
    }
  }, 120_000);

  it('finds a sound database sound, names what disagrees, and corrects nothing', async () => {
    const isDamaged = 'a status is written past the engine, and a milestone taken from its commitment';
    let tracker = await bootTracker({ isDamaged });
    const { database } = tracker;
    const examine = async () => {
      await tracker.close({ keepDatabase: true });
      const result = await startNode(['scripts/doctor.mjs'], { ...TEST_SETTINGS, ...database.env }).ended;
      tracker = await bootTracker({ reuse: database, isDamaged });
      return result;
    };
    try {
      const documentId = await makeMilestone(tracker);
      const sound = await examine();
      expect(sound).toMatchObject({ code: 0, output: expect.stringContaining('agree on every document') });

      // What no write can leave behind any more, but older content may hold.
      const orphan = await makeMilestone(tracker, { title: 'Alone' });
      await unlink(tracker, orphan);
      const { tableName } = tracker.strapi.db.metadata.get('api::milestone.milestone');
      await tracker.strapi.db
        .connection(tableName)
        .where({ document_id: documentId, locale: 'en' })
        .update({ implementation_status: 'completed', updated_at: hostDate(Date.now() + 60_000) });
      for (const { code, output } of [await examine(), await examine()]) {
        expect(code).toBe(1);
        expect(output).toContain('ROWS_DIFFER: 1 documents');
        expect(output).toContain('CHANGE_NOT_LOGGED: 1 documents');
        expect(output).toContain(documentId);
        expect(output).toContain(`COMMITMENT_MISSING: 1 documents\n  api::milestone.milestone ${orphan}`);
      }
    } finally {
      await tracker.close();
    }
  }, 120_000);
});
