import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';
import { contentModel } from './content-model';
import { FIRST_SHOWN, LETTER } from './hidden-locale';
import { removeComponents } from './remove-components';

/** By content type, the id from which on its rows may be hidden. Kept in the database, so that it outlives the process. */
export type HiddenRows = Readonly<Record<string, number>>;

const CORE_STORE = 'strapi::core-store';
const KEY = 'plugin_accountability_hidden_rows';
/** A hidden language as it is shown, in SQLite's terms. */
const SHOWN = `char(unicode(??) | ${LETTER}) || substr(??, 2)`;
/** Rows removed in one transaction. */
const AT_ONCE = 400;

const settings = (strapi: Core.Strapi, knex: Knex) => knex(strapi.db.metadata.get(CORE_STORE).tableName);

/** Which rows may be hidden; null where no import has left or is writing any. */
export async function readHiddenRows(strapi: Core.Strapi, knex: Knex): Promise<HiddenRows | null> {
  const row: { value: string } | undefined = await settings(strapi, knex).where({ key: KEY }).first('value');
  return row ? (JSON.parse(row.value) as HiddenRows) : null;
}

/** Writes down that rows of these content types are about to be hidden, in the transaction that writes the first. */
export async function rememberHiddenRows(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentTypes: Iterable<string>,
): Promise<HiddenRows> {
  const known = await readHiddenRows(strapi, trx);
  const hidden: Record<string, number> = { ...known };
  for (const contentType of contentTypes) {
    if (contentType in hidden) continue;
    const { table, id } = contentModel(strapi, contentType);
    const last: { last: number | null } | undefined = await trx(table).max(id, { as: 'last' }).first();
    hidden[contentType] = (last?.last ?? 0) + 1;
  }
  const value = JSON.stringify(hidden);
  if (known) await settings(strapi, trx).where({ key: KEY }).update({ value });
  else await settings(strapi, trx).insert({ key: KEY, value, type: 'object' });
  return hidden;
}

export const forgetHiddenRows = async (strapi: Core.Strapi, knex: Knex): Promise<void> =>
  void (await settings(strapi, knex).where({ key: KEY }).delete());

function hiddenRowsOf(
  strapi: Core.Strapi,
  knex: Knex,
  contentType: string,
  first: number,
): Knex.QueryBuilder {
  const { table, id, columns } = contentModel(strapi, contentType);
  return knex(table)
    .where(id, '>=', first)
    .where(columns.locale, '<', FIRST_SHOWN)
    .where(columns.locale, '>', '');
}

/**
 * Makes every hidden row appear.
 * @throws Error where there are none: somebody has taken them for what a dead process has left
 */
export async function showHiddenRows(strapi: Core.Strapi, trx: Knex.Transaction): Promise<void> {
  const hidden = await readHiddenRows(strapi, trx);
  if (!hidden) throw new Error('The rows of the import were removed before its commit; start it again');
  for (const [contentType, first] of Object.entries(hidden)) {
    const { table, id, columns } = contentModel(strapi, contentType);
    // In one pass over the rows, and one that leaves them as long as they are.
    await trx.raw(`UPDATE ?? SET ?? = ${SHOWN} WHERE ?? >= ? AND ?? < ? AND ?? > ''`, [
      table,
      columns.locale,
      columns.locale,
      columns.locale,
      id,
      first,
      columns.locale,
      FIRST_SHOWN,
      columns.locale,
    ]);
  }
  await forgetHiddenRows(strapi, trx);
}

/**
 * Removes what an import has left that was rolled back or whose process died: rows nobody has seen, with their
 * components, links, states and history. In short transactions, so that others write in between; safe to repeat.
 */
export async function removeHiddenRows(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const hidden = await readHiddenRows(strapi, knex);
  if (!hidden) return;
  for (const [contentType, first] of Object.entries(hidden)) {
    if (!(contentType in strapi.contentTypes)) continue;
    const isMore = () => knex.transaction((trx) => removeSome(strapi, trx, contentType, first));
    while (await isMore());
  }
  await forgetHiddenRows(strapi, knex);
}

/** @returns whether there was anything */
async function removeSome(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  first: number,
): Promise<boolean> {
  const model = contentModel(strapi, contentType);
  const { documentId } = model.columns;
  const rows: Record<string, unknown>[] = await hiddenRowsOf(strapi, trx, contentType, first)
    .limit(AT_ONCE)
    .select(model.id, documentId);
  if (rows.length === 0) return false;
  const ids = rows.map((row) => row[model.id] as number);
  const documentIds = [...new Set(rows.map((row) => row[documentId] as string))];
  for (const uid of [STATE, STATUS_CHANGE]) {
    await trx(strapi.db.metadata.get(uid).tableName)
      .where({ subject_type: contentType })
      .whereIn('subject_id', documentIds)
      .delete();
  }
  await removeComponents(strapi, trx, model.components, ids);
  // Links go with the rows they hang on.
  await trx(model.table).whereIn(model.id, ids).delete();
  return true;
}
