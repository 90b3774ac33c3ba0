import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { importFiles } from '../support/export-files';
import { imported, type ImportedDocument } from '../support/import-documents';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

const ACTOR = { kind: 'system', id: null, name: null, label: null, may: () => true };
const MANY = 120;
const CHANGES = 'accountability_changes';
/** PostgreSQL looks for deadlocks after a second; nobody may come near it. */
const SOON = 900;

interface Writer {
  add(documents: readonly ImportedDocument[]): Promise<void>;
  commit(): Promise<unknown>;
  abandon(): Promise<void>;
}

/** On PostgreSQL: what an import locks before it queues for the lock of all writes, and what it does for those in it. */
describe('an import and its undo beside an ordinary write', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;
  let partners: ImportedDocument[];
  let commitments: ImportedDocument[];
  /** An ordinary write in progress, which holds the lock that all writes take first. */
  let other: Knex.Transaction;

  beforeAll(async () => {
    tracker = await bootTracker();
    ({ strapi } = tracker);
    await stopIndexing(tracker);
    partners = Array.from({ length: MANY }, (_, number) =>
      imported('partner', { localized: { ka: { name: `ორგანიზაცია ${number}` } } }),
    );
    commitments = [1, 2, 3].map((number) =>
      imported('commitment', {
        shared: { code: `${number}`, slug: `commitment-${number}` },
        localized: { ka: { title: `ვალდებულება ${number}` } },
        relations: { partners: partners.slice(0, 3).map(({ documentId }) => documentId) },
      }),
    );
    const writer = await openWriter();
    await writer.add([...partners, ...commitments]);
    await writer.commit();
  });
  afterAll(() => tracker.close());

  beforeEach(async () => {
    other = (await strapi.db.connection.transaction()) as unknown as Knex.Transaction;
    await other.raw("SELECT pg_advisory_xact_lock(hashtext('accountability:content'))");
  });
  afterEach(() => other.rollback().catch(() => undefined));

  const openWriter = (): Promise<Writer> =>
    strapi.plugin('accountability').service('importWriter').open({ actor: ACTOR, importId: 'test' });
  const names = async (): Promise<string[]> =>
    strapi.db
      .connection('partners')
      .whereIn(
        'document_id',
        partners.map(({ documentId }) => documentId),
      )
      .pluck('name');
  const lastChange = async (): Promise<number> =>
    Number((await strapi.db.connection(CHANGES).max({ id: 'id' }).first())?.id ?? 0);
  const changesAfter = (id: number): Promise<{ id: number; subject_id: string; kind: string; at: Date }[]> =>
    strapi.db.connection(CHANGES).where('id', '>', id).orderBy('id');
  /** The order of the commitments that a partner's rows see. */
  const orders = (): Promise<number[]> =>
    strapi.db
      .connection('commitments_partners_lnk')
      .orderBy(['partner_id', 'commitment_ord'])
      .pluck('commitment_ord');

  /** Begins to change all partners, and their links with it. */
  async function beginChange(name: string): Promise<{ writer: Writer; ended: Promise<unknown> }> {
    const writer = await openWriter();
    await writer.add([
      ...partners.map((partner) => ({ ...partner, isNew: false, localized: { ka: { name } } })),
      ...commitments.map((commitment) => ({
        ...commitment,
        isNew: false,
        localized: {},
        relations: { partners: partners.slice(1, 3).map(({ documentId }) => documentId) },
      })),
    ]);
    const ended = writer.commit();
    ended.catch(() => undefined);
    return { writer, ended };
  }

  /** Waits until somebody else has locked the rows of a document. */
  async function isLocked({ contentType, documentId }: ImportedDocument): Promise<void> {
    const { tableName } = strapi.db.metadata.get(contentType);
    for (const end = Date.now() + 20_000; Date.now() < end;) {
      const free = await strapi.db.connection.transaction((trx) =>
        trx(tableName).where({ document_id: documentId }).forUpdate().skipLocked().select('id'),
      );
      if (free.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Nobody locks ${documentId}`);
  }

  const last = () => partners[MANY - 1] as ImportedDocument;

  it('writes its rows while the other one goes on, and enters the change log after it', async () => {
    const before = await lastChange();
    const { ended } = await beginChange('while another writes');
    await isLocked(last());
    await new Promise((resolve) => setTimeout(resolve, 500));
    const at = new Date();
    await other(CHANGES).insert({ subject_type: 'x', subject_id: 'other', kind: 'updated', at });
    await other.commit();
    await ended;

    expect(new Set(await names())).toEqual(new Set(['while another writes']));
    const [first, ...rest] = await changesAfter(before);
    expect(first?.subject_id).toBe('other');
    expect(rest.filter(({ at: moment }) => moment.getTime() < at.getTime())).toEqual([]);
    const subjects = rest.map(({ subject_id: id }) => id);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(subjects).toEqual(expect.arrayContaining(partners.map(({ documentId }) => documentId)));
  });

  it('gives way where the other one needs a row it has written, and does all of it again', async () => {
    const linksBefore = await orders();
    const before = await lastChange();
    const { ended } = await beginChange('again after another');
    await isLocked(last());
    const begin = performance.now();
    await other('partners').where({ document_id: last().documentId }).forUpdate().select('id');
    expect(performance.now() - begin).toBeLessThan(SOON);
    expect(new Set(await names())).toEqual(new Set(['while another writes']));
    await other.commit();
    await ended;

    expect(new Set(await names())).toEqual(new Set(['again after another']));
    expect(await orders()).toEqual(linksBefore);
    const subjects = (await changesAfter(before)).map(({ subject_id: id }) => id);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('does not wait long for a row of the other one while that may need its own', async () => {
    const [begun] = partners as [ImportedDocument];
    await other('partners').where({ document_id: last().documentId }).forUpdate().select('id');
    const { ended } = await beginChange('after a row of another');
    // Longer than it is willing to wait.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const begin = performance.now();
    await other('partners').where({ document_id: begun.documentId }).forUpdate().select('id');
    expect(performance.now() - begin).toBeLessThan(SOON);
    await other.commit();
    await ended;
    expect(new Set(await names())).toEqual(new Set(['after a row of another']));
  });

  it('is refused where the other one has changed a document of it meanwhile, with nothing written', async () => {
    const before = await lastChange();
    const { writer, ended } = await beginChange('refused');
    await isLocked(last());
    const begin = performance.now();
    await other('partners')
      .where({ document_id: last().documentId })
      .update({ updated_at: new Date(Date.now() + 1000) });
    expect(performance.now() - begin).toBeLessThan(SOON);
    const { contentType: subjectType, documentId: subjectId } = last();
    const change = { subject_type: subjectType, subject_id: subjectId, kind: 'updated' };
    await other(CHANGES).insert({ ...change, at: new Date(Date.now() + 1000) });
    await other.commit();
    await expect(ended).rejects.toMatchObject({ code: 'document-changed', documentId: last().documentId });
    await writer.abandon();
    expect(new Set(await names())).toEqual(new Set(['after a row of another']));
    expect(await changesAfter(before)).toMatchObject([change]);
  });

  describe('as its undo', () => {
    let id: string;
    let before: string[];
    let title: string;
    const subject = () => (commitments[0] as ImportedDocument).documentId;
    const titles = (): Promise<string[]> =>
      strapi.db.connection('commitments').where({ document_id: subject() }).pluck('title');
    const undo = (): Promise<unknown> => strapi.plugin('accountability').service('imports').undo(id);

    beforeEach(async () => {
      await other.rollback();
      before = await titles();
      title = `${before[0]} შეცვლილი`;
      const outcome = await importFiles(tracker, {
        'commitments.csv': `id,title_ka\r\n${subject()},${title}\r\n`,
      });
      expect(outcome).toMatchObject({ applied: true });
      const [{ name }] = await strapi.db.connection('accountability_imports').orderBy('id', 'desc').limit(1);
      id = name;
      other = (await strapi.db.connection.transaction()) as unknown as Knex.Transaction;
      await other.raw("SELECT pg_advisory_xact_lock(hashtext('accountability:content'))");
    });

    it('is refused where the other one has moved a document meanwhile', async () => {
      const undone = undo();
      undone.catch(() => undefined);
      await isLocked(commitments[0] as ImportedDocument);
      await other('accountability_workflow_states').insert({
        subject_type: 'api::commitment.commitment',
        subject_id: subject(),
        workflow: 'implementation',
        state: 'in-progress',
        version: 1,
        moved_at: new Date(Date.now() + 1000),
      });
      await other.commit();
      await expect(undone).rejects.toMatchObject({ code: 'IMPORT_EDITED_SINCE' });
      expect(new Set(await titles())).toEqual(new Set([title]));
      await strapi.db.connection('accountability_workflow_states').where({ subject_id: subject() }).delete();
    });

    it('gives way to one that needs a row of it, and is done after it', async () => {
      const undone = undo();
      await isLocked(commitments[0] as ImportedDocument);
      const begin = performance.now();
      await other('commitments').where({ document_id: subject() }).forUpdate().select('id');
      expect(performance.now() - begin).toBeLessThan(SOON);
      await other.commit();
      await undone;
      expect(await titles()).toEqual(before);
    });
  });
});
