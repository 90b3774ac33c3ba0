import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { appendChanges, type Change } from '../../change-log/append';
import type { DocumentSnapshot } from '../../change-log/kind-of-change';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import { STATE } from '../../workflow/uids';
import type { AttributeValues, ImportDocument } from '../plan/import-document';
import type { Batch } from './batch';
import { groupBy } from './group-by';
import type { Changing } from './changing';
import { columnValue } from './column-value';
import { addSlot } from './component-rows';
import { contentModel, type ComponentSlot, type LinkTable } from './content-model';
import type { DocumentRow } from './document-rows';
import { readKnownDocuments, type KnownDocument } from './document-versions';
import { beginDifference } from './public-difference';
import { removeComponents } from './remove-components';
import { insertAll } from './insert-all';
import { writeLaterLinks } from './later-links';
import { addLanguages } from './new-languages';
import { ownedLink, type LaterLinks, type WritingSettings, type Written } from './new-documents';
import { componentItems, countComponents, reserveRows, type RowCounts } from './row-ids';
import { addHistory, addStates, lastStates, type LastState } from './state-rows';
import { RowCollector, type ColumnValue, type TableRows } from './table-rows';
import { ImportConflict } from './writer';

const AT_ONCE = 500;
/** SQLite takes a limited number of values in one statement. */
const LINKS_AT_ONCE = 500;

/**
 * Changes documents that are there: what they name in the rows of draft and published, and the change log with it.
 * @throws ImportConflict for one that somebody has written to since it was read
 */
export async function writeChangedDocuments(
  strapi: Core.Strapi,
  batch: Batch,
  changes: readonly KnownDocument[],
  settings: WritingSettings,
  written: Written,
): Promise<void> {
  const byType = groupBy(changes, ({ document }) => document.contentType);
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
  const documents = known.map(({ document }) => document);
  const model = contentModel(strapi, contentType);
  await batch.lockDocuments(
    model,
    documents.map(({ documentId }) => documentId),
    'change',
  );
  const current = await readKnownDocuments(batch.trx, model, documents);
  current.forEach(({ document, version }, index) => {
    if (version === known[index]?.version) return;
    throw new ImportConflict('document-changed', contentType, document.documentId, document.place);
  });
  await changeDocuments(strapi, batch, contentType, current, settings, written);
}

/** A document with its rows as they are now. */
export type CurrentDocument = Pick<KnownDocument, 'document' | 'rows'>;

/**
 * Changes documents of one content type in what they name, whatever has been written to them before. Inside the
 * caller's transaction, with their rows locked; some hundreds at most.
 */
export async function changeDocuments(
  strapi: Core.Strapi,
  batch: Batch,
  contentType: string,
  current: readonly CurrentDocument[],
  settings: WritingSettings,
  written: Written,
): Promise<void> {
  // Requests that need no database are answered in between: SQLite's statements give them no turn.
  await setImmediate();
  const model = contentModel(strapi, contentType);
  const documents = current.map(({ document }) => document);
  const changing: Changing = { strapi, batch, model, settings, now: new Date() };
  const changeLogEntries = await beginDifference(changing, current);
  const added = new Map<string, readonly DocumentRow[]>();
  for (const { document, rows } of current) {
    added.set(document.documentId, await addLanguages(changing, document, rows));
  }
  await batch.giveWay();
  await updateRows(changing, current);
  await batch.giveWay();
  await replaceLinks(changing, current, added, written);
  await replaceComponents(changing, current);
  await batch.giveWay();
  const moves = await writeStates(changing, documents);
  await logMoves(strapi, batch, moves, await changeLogEntries());
}

/** What a document says of its rows in a language. */
const valuesFor = (
  { shared, localized }: ImportDocument,
  isLocalized: boolean,
  locale: string | null,
): AttributeValues => (isLocalized ? (localized[locale ?? ''] ?? {}) : shared);

async function updateRows(changing: Changing, current: readonly CurrentDocument[]): Promise<void> {
  const { batch, model } = changing;
  /** By the columns that are written: documents of one file have the same, as a rule. */
  const updates = new Map<string, TableRows>();
  for (const { document, rows } of current) {
    const mirrors = mirrorsAfter(changing, document);
    for (const row of rows) {
      const values = newValues(changing, document, row, mirrors);
      const columns = Object.keys(values);
      const place = columns.join();
      const update = updates.get(place) ?? { columns, rows: [] };
      updates.set(place, update);
      update.rows.push([row.id, ...Object.values(values)]);
    }
  }
  for (const { columns, rows } of updates.values()) await batch.update(model.table, columns, rows);
}

/** By attribute that mirrors a state, what it becomes; undefined where it stays. */
function mirrorsAfter(
  { strapi, model }: Changing,
  { states }: ImportDocument,
): ReadonlyMap<string, string | undefined> {
  const last = lastStates(states);
  return new Map(
    workflowsOf(workflowConfig(strapi), model.uid).flatMap(({ name, field }) =>
      field === undefined ? [] : [[field, last.get(name)]],
    ),
  );
}

/** What a row gets, by column. */
function newValues(
  { model, settings, now }: Changing,
  document: ImportDocument,
  { half, locale }: DocumentRow,
  mirrors: ReadonlyMap<string, string | undefined>,
): Record<string, ColumnValue> {
  const { columns } = model;
  const values: Record<string, ColumnValue> = {
    [columns.updatedAt]: document.updatedAt ?? now,
    ...(half !== 'draft' && { [columns.publishedAt]: now }),
    ...(settings.editorId !== null && { [columns.updatedBy]: settings.editorId }),
  };
  for (const { attribute, column, type, isLocalized } of model.scalars) {
    const given = mirrors.has(attribute)
      ? mirrors.get(attribute)
      : valuesFor(document, isLocalized, locale)[attribute];
    if (given !== undefined) values[column] = columnValue(type, given);
  }
  return values;
}

/** Takes away the links of the relations that are named, and writes those that are given. */
async function replaceLinks(
  { strapi, batch, model, settings }: Changing,
  current: readonly CurrentDocument[],
  added: ReadonlyMap<string, readonly DocumentRow[]>,
  written: Written,
): Promise<void> {
  const links: LaterLinks[] = [];
  const sources = new Map<LinkTable, number[]>();
  for (const { document, rows } of current) {
    const all = [...rows, ...(added.get(document.documentId) ?? [])];
    for (const [attribute, targets] of Object.entries(document.relations)) {
      const link = ownedLink(model, attribute);
      sources.set(link, (sources.get(link) ?? []).concat(all.map(({ id }) => id)));
      links.push({
        contentType: model.uid,
        link,
        rows: all,
        targets: [...new Set(targets)],
        isPublic: false,
      });
    }
  }
  for (const [{ table, source }, ids] of sources) {
    for (let start = 0; start < ids.length; start += LINKS_AT_ONCE) {
      await batch
        .trx(table)
        .whereIn(source, ids.slice(start, start + LINKS_AT_ONCE))
        .delete();
    }
  }
  await writeLaterLinks(strapi, batch, settings, { ...written, links });
}

/** Takes away the components of the attributes that are named, and writes those that are given. */
async function replaceComponents(changing: Changing, known: readonly CurrentDocument[]): Promise<void> {
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

/** @returns the moves that were recorded, as the change log records them */
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
    // PostgreSQL: a move that is under way is waited for, and others wait for this one.
    .forUpdate()
    .select('id', 'subject_id', 'workflow', 'version');
  const publicWorkflows = new Set(
    workflowsOf(workflowConfig(strapi), model.uid)
      .filter((workflow) => workflow.public !== false)
      .map(({ name }) => name),
  );
  const collector = new RowCollector();
  const changes: Change[] = [];
  const ahead: ColumnValue[][] = [];
  const storedOf = groupBy(stored, (row) => row.subject_id);
  for (const document of moved) {
    const own = storedOf.get(document.documentId) ?? [];
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
      if (row) ahead.push([row.id, state, version, at]);
      else fresh.set(workflow, { state, version, at });
    }
    addStates(strapi, collector, model.uid, document.documentId, fresh);
    for (const { workflow, copied } of document.states) {
      if (!publicWorkflows.has(workflow)) continue;
      const at = copied?.at ?? now;
      changes.push({ subjectType: model.uid, subjectId: document.documentId, kind: 'transition', at });
    }
  }
  await batch.update(table, ['state', 'version', 'moved_at'], ahead);
  await insertAll(batch, collector);
  return changes;
}

async function logMoves(
  strapi: Core.Strapi,
  { trx }: Batch,
  moves: readonly Change[],
  documents: ReadonlyMap<string, DocumentSnapshot>,
): Promise<void> {
  const isPublic = ({ subjectId }: Change): boolean => (documents.get(subjectId)?.rowIds.length ?? 0) > 0;
  await appendChanges(strapi, trx, moves.filter(isPublic));
}
