import type { Core } from '@strapi/strapi';
import { appendChanges, type Change } from '../../change-log/append';
import { documentSnapshots } from '../../change-log/public-rows';
import { recordDifference, takeSnapshot } from '../../change-log/public-snapshot';
import { publicTypes } from '../../change-log/public-types';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import { STATE } from '../../workflow/uids';
import type { AttributeValues, ImportDocument } from '../plan/import-document';
import type { Batch } from './batch';
import { byContentType } from './by-content-type';
import type { Changing } from './changing';
import { columnValue } from './column-value';
import { addSlot } from './component-rows';
import { contentModel, type ComponentSlot } from './content-model';
import type { DocumentRow } from './document-rows';
import { readKnownDocuments, type KnownDocument } from './document-versions';
import { removeComponents } from './remove-components';
import { insertAll } from './insert-all';
import { writeLaterLinks } from './later-links';
import { addLanguages } from './new-languages';
import { ownedLink, type LaterLinks, type WritingSettings, type Written } from './new-documents';
import { componentItems, countComponents, reserveRows, type RowCounts } from './row-ids';
import { addHistory, addStates, lastStates, type LastState } from './state-rows';
import { RowCollector, type ColumnValue } from './table-rows';
import { ImportConflict } from './writer';

const AT_ONCE = 100;

/**
 * Changes documents that are there, under the content lock: what they name in the rows of draft and published, and
 * the change log with it.
 * @throws ImportConflict for one that somebody has written to since it was read
 */
export async function writeChangedDocuments(
  strapi: Core.Strapi,
  batch: Batch,
  changes: readonly KnownDocument[],
  settings: WritingSettings,
  written: Written,
): Promise<void> {
  const byType = byContentType(changes, ({ document }) => document.contentType);
  for (const [contentType, known] of byType) {
    for (let start = 0; start < known.length; start += AT_ONCE) {
      await writeSome(strapi, batch, contentType, known.slice(start, start + AT_ONCE), settings, written);
    }
  }
}

async function writeSome(
  strapi: Core.Strapi,
  batch: Batch,
  contentType: string,
  known: readonly KnownDocument[],
  settings: WritingSettings,
  written: Written,
): Promise<void> {
  const { trx } = batch;
  const model = contentModel(strapi, contentType);
  const documents = known.map(({ document }) => document);
  const ids = documents.map(({ documentId }) => documentId);
  const current = await readKnownDocuments(trx, model, documents);
  current.forEach(({ document, version }, index) => {
    if (version === known[index]?.version) return;
    throw new ImportConflict('document-changed', contentType, document.documentId, document.place);
  });

  const isLogged = publicTypes(strapi).has(contentType);
  const before = isLogged ? await takeSnapshot(strapi, trx, contentType, ids) : null;
  const now = new Date();
  const links: LaterLinks[] = [];
  const changing: Changing = { strapi, batch, model, settings, now };
  for (const { document, rows } of current) {
    const all = [...rows, ...(await addLanguages(changing, document, rows))];
    await updateRows(changing, document, rows);
    for (const [attribute, targets] of Object.entries(document.relations)) {
      const link = ownedLink(model, attribute);
      await trx(link.table)
        .whereIn(
          link.source,
          all.map(({ id }) => id),
        )
        .delete();
      links.push({ contentType, link, rows: all, targets: [...new Set(targets)], isPublic: false });
    }
  }
  await replaceComponents(changing, current);
  await writeLaterLinks(strapi, batch, settings, { ...written, links });
  const moves = await writeStates(changing, documents);

  if (!before) return;
  const after = await takeSnapshot(strapi, trx, contentType, ids);
  await recordDifference(strapi, trx, contentType, before, after, () => true);
  await logMoves(strapi, batch, contentType, moves);
}

/** What a document says of its rows in a language. */
const valuesFor = (
  { shared, localized }: ImportDocument,
  isLocalized: boolean,
  locale: string | null,
): AttributeValues => (isLocalized ? (localized[locale ?? ''] ?? {}) : shared);

async function updateRows(
  { strapi, batch, model, settings, now }: Changing,
  document: ImportDocument,
  rows: readonly DocumentRow[],
): Promise<void> {
  const { columns } = model;
  const last = lastStates(document.states);
  const mirrors = new Map(
    workflowsOf(workflowConfig(strapi), model.uid).flatMap(({ name, field }) =>
      field !== undefined && last.has(name) ? [[field, last.get(name)!] as const] : [],
    ),
  );
  const mirrored = new Set(workflowsOf(workflowConfig(strapi), model.uid).map(({ field }) => field));
  for (const { id, half, locale } of rows) {
    const values: Record<string, ColumnValue> = {
      [columns.updatedAt]: now,
      ...(half !== 'draft' && { [columns.publishedAt]: now }),
      ...(settings.editorId !== null && { [columns.updatedBy]: settings.editorId }),
    };
    for (const { attribute, column, type, isLocalized } of model.scalars) {
      const given = mirrored.has(attribute)
        ? mirrors.get(attribute)
        : valuesFor(document, isLocalized, locale)[attribute];
      if (given !== undefined) values[column] = columnValue(type, given);
    }
    await batch
      .trx(model.table)
      .where({ [model.id]: id })
      .update(values);
  }
}

/** Takes away the components of the attributes that are named, and writes those that are given. */
async function replaceComponents(changing: Changing, known: readonly KnownDocument[]): Promise<void> {
  const { strapi, batch, model } = changing;
  const replaced: { slot: ComponentSlot; id: number; items: readonly AttributeValues[] }[] = [];
  const counts: RowCounts = new Map();
  for (const slot of model.components) {
    const ids: number[] = [];
    for (const { document, rows } of known) {
      for (const { id, locale } of rows) {
        const value = valuesFor(document, slot.isLocalized, locale)[slot.attribute];
        if (value === undefined) continue;
        ids.push(id);
        replaced.push({ slot, id, items: componentItems(value) });
        countComponents(strapi, { ...model, components: [slot] }, { [slot.attribute]: value }, 1, counts);
      }
    }
    await removeComponents(strapi, batch.trx, [slot], ids);
  }
  const nextId = await reserveRows(batch, counts);
  const collector = new RowCollector();
  for (const { slot, id, items } of replaced) addSlot({ strapi, collector, nextId }, slot, id, items);
  await insertAll(batch, collector);
}

/** @returns the moves that were recorded, as the change log is told of them */
async function writeStates(
  { strapi, batch, model, now }: Changing,
  documents: readonly ImportDocument[],
): Promise<Change[]> {
  const moved = documents.filter(({ states }) => states.length > 0);
  if (moved.length === 0) return [];
  const table = strapi.db.metadata.get(STATE).tableName;
  const stored: { id: number; subject_id: string; workflow: string; version: number }[] = await batch
    .trx(table)
    .where({ subject_type: model.uid })
    .whereIn(
      'subject_id',
      moved.map(({ documentId }) => documentId),
    )
    .select('id', 'subject_id', 'workflow', 'version');
  const publicWorkflows = new Set(
    workflowsOf(workflowConfig(strapi), model.uid)
      .filter((workflow) => workflow.public !== false)
      .map(({ name }) => name),
  );
  const collector = new RowCollector();
  const changes: Change[] = [];
  for (const document of moved) {
    const own = stored.filter((row) => row.subject_id === document.documentId);
    const last = addHistory(
      strapi,
      collector,
      document,
      new Map(own.map(({ workflow, version }) => [workflow, version])),
      now,
    );
    const fresh = new Map<string, LastState>();
    for (const [workflow, { state, version, at }] of last) {
      const row = own.find((one) => one.workflow === workflow);
      if (row) await batch.trx(table).where({ id: row.id }).update({ state, version, moved_at: at });
      else fresh.set(workflow, { state, version, at });
    }
    addStates(strapi, collector, model.uid, document.documentId, fresh);
    for (const { workflow, copied } of document.states) {
      if (!publicWorkflows.has(workflow)) continue;
      const at = copied?.at ?? now;
      changes.push({ subjectType: model.uid, subjectId: document.documentId, kind: 'transition', at });
    }
  }
  await insertAll(batch, collector);
  return changes;
}

async function logMoves(
  strapi: Core.Strapi,
  batch: Batch,
  contentType: string,
  moves: readonly Change[],
): Promise<void> {
  const ids = [...new Set(moves.map(({ subjectId }) => subjectId))];
  const known = await documentSnapshots(strapi, contentType, ids);
  await appendChanges(
    strapi,
    batch.trx,
    moves.filter(({ subjectId }) => (known.get(subjectId)?.rowIds.length ?? 0) > 0),
  );
}
