import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { parseVocabulariesConfig } from './config';
import type { VocabularyAttribute, VocabularyDeclaration } from './declaration';

/** How often a value is stored in an attribute whose vocabulary does not have it: in documents, or rows of a component. */
export interface ForeignCode extends VocabularyAttribute {
  readonly code: string;
  readonly count: number;
}

/** SQLite takes a limited number of values in one statement. */
const AT_ONCE = 500;

/**
 * Brings the database to the declared vocabularies: replaces the codes that are declared as renamed, each vocabulary in one
 * transaction with its entries in the change log. When a document was updated stays: nobody has changed what it says.
 * Safe at every start, and on two instances at once.
 * @throws Error of one line that names the vocabulary where there are values nobody has declared a code for
 */
export async function migrateStoredCodes(strapi: Core.Strapi): Promise<void> {
  for (const vocabulary of parseVocabulariesConfig(strapi.config.get('plugin::accountability'))) {
    const found = await foreignCodes(strapi, strapi.db.connection, vocabulary);
    const unknown = found.filter(({ code }) => !Object.hasOwn(vocabulary.renamed, code));
    if (unknown.length > 0) throw storedCodesError(vocabulary, unknown);
    if (found.length === 0) continue;
    const renamed = await inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      return renameCodes(strapi, trx, vocabulary);
    });
    strapi.log.info(
      `${vocabulary.name}: replaced codes of an earlier choice in ${renamed} documents: ${codesWithCounts(found)}`,
    );
  }
}

const columnOf = (strapi: Core.Strapi, { model, attribute }: VocabularyAttribute) => {
  const { tableName, attributes } = strapi.db.metadata.get(model);
  const columns = attributes as Readonly<Record<string, { columnName?: string }>>;
  return { table: tableName, column: columns[attribute]?.columnName ?? attribute };
};

/** The values the database has and a vocabulary has not, by attribute, the codes in the order of the alphabet. */
export async function foreignCodes(
  strapi: Core.Strapi,
  knex: Knex,
  { attributes, codes }: VocabularyDeclaration,
): Promise<ForeignCode[]> {
  const found: ForeignCode[] = [];
  for (const place of attributes) {
    const { table, column } = columnOf(strapi, place);
    const isComponent = Object.hasOwn(strapi.components, place.model);
    const rows: { code: string; count: number | string }[] = await knex(table)
      .whereNotNull(column)
      .whereNotIn(column, [...codes])
      .groupBy(column)
      .orderBy(column)
      .select({ code: column })
      .countDistinct(`${isComponent ? 'id' : 'document_id'} as count`);
    found.push(...rows.map(({ code, count }) => ({ ...place, code, count: Number(count) })));
  }
  return found;
}

/** Replaces the renamed codes in drafts and published versions of every language. @returns in how many documents */
async function renameCodes(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { attributes, renamed = {} }: VocabularyDeclaration,
): Promise<number> {
  const at = new Date();
  const documents = new Set<string>();
  for (const place of attributes) {
    const { table, column } = columnOf(strapi, place);
    const ids: string[] = await trx(table)
      .whereIn(column, Object.keys(renamed))
      .distinct()
      .pluck('document_id');
    for (const [from, to] of Object.entries(renamed)) {
      await trx(table)
        .where({ [column]: from })
        .update({ [column]: to });
    }
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await strapi
        .plugin('accountability')
        .service('changeLog')
        .recordUpdated(trx, place.model, ids.slice(start, start + AT_ONCE), at);
    }
    for (const id of ids) documents.add(`${place.model} ${id}`);
  }
  return documents.size;
}

const codesWithCounts = (found: readonly ForeignCode[]): string =>
  [...new Set(found.map(({ code }) => code))]
    .map((code) => {
      const places = found.filter((one) => one.code === code);
      return `${code} (${places.map(({ count, model }) => `${count} of ${model}`).join(', ')})`;
    })
    .join(', ');

/** One line without a stack: it is for whoever chose the vocabulary. */
export function storedCodesError(
  { name, codes, remedy }: VocabularyDeclaration,
  found: readonly ForeignCode[],
): Error {
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const error = new Error(
    `${name}: the database has ${total} values that are none of ${codes.join(', ')}: ${codesWithCounts(found)}; ${remedy}`,
  );
  error.stack = '';
  return error;
}
