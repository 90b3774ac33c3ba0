import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Batch } from './batch';
import {
  componentModel,
  contentModel,
  type ComponentSlot,
  type ContentModel,
  type LinkTable,
} from './content-model';
import { linkedRows, type DocumentRow } from './document-rows';
import { copyMedia } from './media-links';
import { readDocumentRows } from './read-rows';
import type { ColumnValue } from './table-rows';

type StoredRow = Record<string, unknown>;

/** A value as it was read, ready to be written again. */
export const storedAgain = (value: unknown): ColumnValue =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : ((value ?? null) as ColumnValue);

/** Gives a row the components that another row has in an attribute, as rows of its own. */
export async function copyComponents(
  strapi: Core.Strapi,
  batch: Batch,
  slot: ComponentSlot,
  fromId: number,
  toId: number,
): Promise<void> {
  const { trx } = batch;
  const inner = componentModel(strapi, slot.uid);
  const all: StoredRow[] = await trx(slot.table)
    .where({ [slot.owner]: fromId })
    .orderBy(slot.order);
  const joined = all.filter((join) => join[slot.field] === slot.attribute && join[slot.type] === slot.uid);
  for (const join of joined) {
    const oldId = join[slot.component] as number;
    const row: StoredRow | undefined = await trx(inner.table)
      .where({ [inner.id]: oldId })
      .first();
    const [newId] = await batch.reserveIds(inner.table, 1);
    if (!row || newId === undefined) continue;
    const { [inner.id]: _, ...values } = row;
    await batch.insert(
      inner.table,
      [inner.id, ...Object.keys(values)],
      [[newId, ...Object.values(values).map(storedAgain)]],
    );
    await batch.insert(
      slot.table,
      [slot.owner, slot.component, slot.type, slot.field, slot.order],
      [[toId, newId, slot.uid, slot.attribute, storedAgain(join[slot.order])]],
    );
    await copyMedia(strapi, trx, slot.uid, oldId, newId);
    for (const deeper of inner.components) await copyComponents(strapi, batch, deeper, oldId, newId);
  }
}

/**
 * Gives a row in a new language the links of another language of its document, to and from the rows of the same half
 * and of its own language, with the places they have there.
 */
export async function copyLinks(
  strapi: Core.Strapi,
  batch: Batch,
  link: LinkTable,
  from: DocumentRow,
  to: DocumentRow,
  defaultLocale: string,
): Promise<void> {
  const { trx } = batch;
  const target = contentModel(strapi, link.target);
  const links: StoredRow[] = await trx(link.table).where({ [link.source]: from.id });
  if (links.length === 0) return;
  const documents = await documentIdsOf(
    trx,
    target,
    links.map((row) => row[link.to] as number),
  );
  const rows = await readDocumentRows(trx, target, [...new Set(documents.values())]);
  for (const { id: _, ...values } of links) {
    const candidates = rows.get(documents.get(values[link.to] as number) ?? '') ?? [];
    for (const { id } of linkedRows(to, candidates, defaultLocale)) {
      const row: StoredRow = { ...values, [link.source]: to.id, [link.to]: id };
      const isThere: unknown = await trx(link.table)
        .where({ [link.source]: to.id, [link.to]: id })
        .first();
      if (!isThere) await batch.insert(link.table, Object.keys(row), [Object.values(row).map(storedAgain)]);
    }
  }
}

async function documentIdsOf(
  trx: Knex.Transaction,
  { table, id, columns }: ContentModel,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows: { id: number; document: string }[] = await trx(table)
    .whereIn(id, [...new Set(ids)])
    .select({ id, document: columns.documentId });
  return new Map(rows.map((row) => [row.id, row.document]));
}
