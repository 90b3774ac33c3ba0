import type { AttributeValues, ImportDocument } from '../plan/import-document';
import type { Changing } from './changing';
import { columnValue } from './column-value';
import { addSlot, newValue } from './component-rows';
import { copyComponents, copyLinks, storedAgain } from './copied-rows';
import type { DocumentRow } from './document-rows';
import { insertAll } from './insert-all';
import { copyMedia } from './media-links';
import { columnsOf } from './new-documents';
import { componentItems, countComponents, reserveRows, type RowCounts } from './row-ids';
import { RowCollector, type ColumnValue } from './table-rows';

/**
 * Writes the languages that a document gets by its change: in each half it has, with what its languages share of
 * attributes, components, files and relations.
 * @returns the new rows
 */
export async function addLanguages(
  changing: Changing,
  document: ImportDocument,
  rows: readonly DocumentRow[],
): Promise<DocumentRow[]> {
  const { model } = changing;
  if (!model.isLocalized) return [];
  const known = new Set(rows.map(({ locale }) => locale));
  const locales = Object.keys(document.localized).filter((locale) => !known.has(locale));
  const added: DocumentRow[] = [];
  for (const locale of locales) {
    for (const half of new Set(rows.map((row) => row.half))) {
      const from = rows.find((row) => row.half === half);
      if (from) added.push(await addRow(changing, document, from, locale));
    }
  }
  return added;
}

async function addRow(
  { strapi, batch, model, settings, now }: Changing,
  { documentId, shared, localized, relations }: ImportDocument,
  from: DocumentRow,
  locale: string,
): Promise<DocumentRow> {
  const { trx } = batch;
  const stored = (await trx(model.table)
    .where({ [model.id]: from.id })
    .first()) as Record<string, unknown>;
  const counts: RowCounts = new Map([[model.table, 1]]);
  const own: AttributeValues = localized[locale] ?? {};
  const given: AttributeValues = { ...shared, ...own };
  countComponents(strapi, model, given, 1, counts);
  const nextId = await reserveRows(batch, counts);
  const id = nextId(model.table);
  const row: ColumnValue[] = [
    id,
    documentId,
    ...model.scalars.map((scalar) => {
      if (scalar.isLocalized) return newValue(scalar, own[scalar.attribute]);
      const value = shared[scalar.attribute];
      return value === undefined ? storedAgain(stored[scalar.column]) : columnValue(scalar.type, value);
    }),
    now,
    now,
    from.half === 'draft' ? null : now,
    settings.editorId,
    settings.editorId,
    locale,
  ];
  await batch.insert(model.table, columnsOf(model), [row]);
  const to: DocumentRow = { id, half: from.half, locale, updatedAt: now.getTime() };

  const collector = new RowCollector();
  for (const slot of model.components) {
    const value = given[slot.attribute];
    if (value !== undefined) addSlot({ strapi, collector, nextId }, slot, id, componentItems(value));
    else if (!slot.isLocalized) await copyComponents(strapi, batch, slot, from.id, id);
  }
  await insertAll(batch, collector);
  await copyMedia(strapi, trx, model.uid, from.id, id);
  for (const link of model.links) {
    if (link.isOwner && link.attribute in relations) continue;
    await copyLinks(strapi, batch, link, from, to, settings.defaultLocale);
  }
  return to;
}
