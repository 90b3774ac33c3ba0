import type { Core } from '@strapi/strapi';
import type { Actor } from '../../workflow/actor';
import type { Change } from '../../change-log/append';
import { documentSnapshots } from '../../change-log/public-rows';
import { publicTypes } from '../../change-log/public-types';
import type { Subject } from '../../change-log/linked-documents';
import type { ImportDocument } from '../plan/import-document';
import type { Batch, ImportStore } from './batch';
import { appendInBulk } from './append-in-bulk';
import { groupBy } from './group-by';
import { writeChangedDocuments } from './changed-documents';
import { contentModel } from './content-model';
import { readKnownDocuments, type KnownDocument } from './document-versions';
import { rememberHiddenRows } from './hidden-rows';
import { writeLaterLinks } from './later-links';
import { copyOf, nothingWritten, writeNewDocuments, type WritingSettings } from './new-documents';
import { openPostgresStore } from './postgres-store';
import { removeAbandoned } from './remove-abandoned';
import { openSqliteStore } from './sqlite-store';
import type { ImportWriter, WrittenCounts } from './writer';

export interface WriterOptions {
  /** Who imports. An administrator is named as the author of the rows. */
  readonly actor: Actor;
  /** Id of the import, for messages. */
  readonly importId: string;
}

/** Documents written in one step on PostgreSQL, and at most on SQLite. */
const AT_ONCE = 500;
/** How long a step may take on SQLite, in milliseconds: others wait that long. */
const STEP = 80;
const MIN_AT_ONCE = 10;

/**
 * Begins an import. What an earlier one has left, whose process died, is removed first. One import at a time: the
 * caller holds the lock of imports.
 */
export async function openWriter(strapi: Core.Strapi, { actor }: WriterOptions): Promise<ImportWriter> {
  await removeAbandoned(strapi);
  const store =
    strapi.db.dialect.client === 'postgres' ? await openPostgresStore(strapi) : await openSqliteStore(strapi);
  const settings: WritingSettings = {
    editorId: actor.kind === 'admin' && actor.id !== null ? Number(actor.id) : null,
    defaultLocale: await strapi.plugin('i18n').service('locales').getDefaultLocale(),
    isHidden: store.isSeenBeforeCommit,
  };
  return writerOn(strapi, store, settings);
}

function writerOn(strapi: Core.Strapi, store: ImportStore, settings: WritingSettings): ImportWriter {
  const written = nothingWritten();
  const counts = { created: {} as Record<string, number>, changed: {} as Record<string, number> };
  /** New documents that cannot be hidden: they have no languages. */
  const unhidden: ImportDocument[] = [];
  const changes: KnownDocument[] = [];
  let atOnce = settings.isHidden ? MIN_AT_ONCE * 4 : AT_ONCE;

  const writeStep = async (documents: readonly ImportDocument[]) => {
    const begin = performance.now();
    await store.write(async (batch) => {
      if (settings.isHidden) {
        const types = new Set(documents.map(({ contentType }) => contentType));
        await rememberHiddenRows(strapi, batch.trx, types);
      }
      await writeNewDocuments(strapi, batch, documents, settings, written);
    }, settings.isHidden);
    if (settings.isHidden) {
      const fits = Math.round((documents.length * STEP) / (performance.now() - begin));
      atOnce = Math.min(AT_ONCE, Math.max(MIN_AT_ONCE, fits));
    }
  };

  /** They are held until the commit: whoever edits one of them may not have to wait. */
  const readChanged = (documents: readonly ImportDocument[]) =>
    store.write(async ({ trx }) => {
      for (const [contentType, some] of groupBy(documents, (one) => one.contentType)) {
        changes.push(...(await readKnownDocuments(trx, contentModel(strapi, contentType), some)));
      }
    }, false);

  return {
    async add(documents) {
      const [fresh, changed]: [ImportDocument[], ImportDocument[]] = [[], []];
      for (const document of documents) {
        const { contentType, isNew } = document;
        const number = isNew ? counts.created : counts.changed;
        number[contentType] = (number[contentType] ?? 0) + 1;
        if (!isNew) changed.push(document);
        else if (settings.isHidden && !contentModel(strapi, contentType).isLocalized) unhidden.push(document);
        else fresh.push(document);
      }
      for (let start = 0; start < fresh.length;) {
        const step = fresh.slice(start, start + atOnce);
        await writeStep(step);
        start += step.length;
      }
      if (changed.length > 0) await readChanged(changed);
    },
    async commit(record): Promise<WrittenCounts> {
      await store.commit(
        async (batch) => {
          const last = copyOf(written);
          await writeNewDocuments(strapi, batch, unhidden, { ...settings, isHidden: false }, last);
          const gained = await writeLaterLinks(strapi, batch, settings, last);
          await logNew(strapi, batch, last.shown, gained);
          await writeChangedDocuments(strapi, batch, changes, settings, last);
        },
        async (trx) => record?.(trx),
      );
      return counts;
    },
    abandon: () => store.abandon(),
  };
}

/** Appends to the change log that documents have appeared, and that others have gained one. */
async function logNew(
  strapi: Core.Strapi,
  batch: Batch,
  created: readonly Subject[],
  gained: readonly Subject[],
): Promise<void> {
  const at = new Date();
  const changes: Change[] = created.map((subject) => ({ ...subject, kind: 'created', at }));
  for (const subjectType of new Set(gained.map((one) => one.subjectType))) {
    if (!publicTypes(strapi).has(subjectType)) continue;
    const ids = gained.filter((one) => one.subjectType === subjectType).map((one) => one.subjectId);
    for (const [subjectId, { rowIds }] of await documentSnapshots(strapi, subjectType, ids)) {
      if (rowIds.length > 0) changes.push({ subjectType, subjectId, kind: 'updated', at });
    }
  }
  await appendInBulk(strapi, batch, changes);
}
