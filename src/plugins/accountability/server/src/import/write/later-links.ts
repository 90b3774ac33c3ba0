import type { Core } from '@strapi/strapi';
import { showsLinksOf } from '../../change-log/linked-documents';
import type { Subject } from '../../change-log/linked-documents';
import type { Batch } from './batch';
import { contentModel, type LinkTable } from './content-model';
import { linkedRows, type DocumentRow } from './document-rows';
import { insertAll } from './insert-all';
import { addLinks } from './link-rows';
import type { WritingSettings, Written } from './new-documents';
import { readDocumentRows } from './read-rows';
import { RowCollector } from './table-rows';

/** SQLite takes a limited number of values in one statement. */
const AT_ONCE = 500;

/**
 * Writes the links to documents that were there before the import, as their rows are now.
 * @returns the documents that the public sees gain one by it
 */
export async function writeLaterLinks(
  strapi: Core.Strapi,
  batch: Batch,
  settings: WritingSettings,
  written: Written,
): Promise<Subject[]> {
  const targets = await readTargets(strapi, batch, written);
  const rowsOf = (link: LinkTable, target: string): readonly DocumentRow[] =>
    written.rows.get(link.target, target) ?? targets.get(link.target)?.get(target) ?? [];
  await beginOrders(batch, settings, written, rowsOf);

  const gained = new Map<string, Subject>();
  const collector = new RowCollector();
  for (const { contentType, link, rows, targets: ids, isPublic } of written.links) {
    const linked = ids.map((id) => rowsOf(link, id));
    if (link.isExclusive) await freeTargets(batch, link, linked.flat());
    addLinks(collector, written.orders, link, rows, linked, settings.defaultLocale);
    if (!isPublic || !showsLinksOf(strapi, link.target, contentType, link.table)) continue;
    for (const subjectId of ids) {
      if (written.rows.has(link.target, subjectId)) continue;
      gained.set(`${link.target} ${subjectId}`, { subjectType: link.target, subjectId });
    }
  }
  await insertAll(batch, collector);
  return [...gained.values()];
}

/** Rows of the documents that were there before, by content type and documentId. */
async function readTargets(
  strapi: Core.Strapi,
  batch: Batch,
  { links, rows }: Written,
): Promise<Map<string, Map<string, readonly DocumentRow[]>>> {
  const wanted = new Map<string, Set<string>>();
  for (const { link, targets } of links) {
    const ids = wanted.get(link.target) ?? new Set<string>();
    wanted.set(link.target, ids);
    for (const target of targets) if (!rows.has(link.target, target)) ids.add(target);
  }
  const found = new Map<string, Map<string, readonly DocumentRow[]>>();
  for (const [contentType, ids] of wanted) {
    const model = contentModel(strapi, contentType);
    // A place among the links to a document is counted from those that are there.
    await batch.lockDocuments(model, [...ids], 'link');
    found.set(contentType, await readDocumentRows(batch.trx, model, [...ids]));
  }
  return found;
}

/** Looks up how many links the rows have that get more. */
async function beginOrders(
  { trx }: Batch,
  { defaultLocale }: WritingSettings,
  { links, orders }: Written,
  rowsOf: (link: LinkTable, target: string) => readonly DocumentRow[],
): Promise<void> {
  const byTable = new Map<string, { link: LinkTable; ids: Set<number> }>();
  for (const { link, rows, targets } of links) {
    if (!link.inverseOrder) continue;
    const entry = byTable.get(link.table) ?? { link, ids: new Set<number>() };
    byTable.set(link.table, entry);
    for (const target of targets) {
      const known = rowsOf(link, target);
      for (const row of rows) for (const { id } of linkedRows(row, known, defaultLocale)) entry.ids.add(id);
    }
  }
  for (const { link, ids } of byTable.values()) {
    const list = [...ids].filter((id) => !orders.knows(link, id));
    for (let start = 0; start < list.length; start += AT_ONCE) {
      const found: { id: number; last: number | null }[] = await trx(link.table)
        .whereIn(link.to, list.slice(start, start + AT_ONCE))
        .groupBy(link.to)
        .select({ id: link.to })
        .max(link.inverseOrder as string, { as: 'last' });
      for (const { id, last } of found) orders.begin(link, id, Number(last ?? 0));
    }
  }
}

/** A target that may belong to one document only leaves the one it has. */
async function freeTargets({ trx }: Batch, link: LinkTable, rows: readonly DocumentRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await trx(link.table)
      .whereIn(link.to, ids.slice(start, start + AT_ONCE))
      .delete();
  }
}
