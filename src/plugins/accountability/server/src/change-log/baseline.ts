import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { BASELINE, CHANGE, TOMBSTONES } from './content-types';
import { publicTypes } from './public-types';
import { wherePublic } from './public-rows';

/**
 * Adds the initial entries for every public content type the change log does not know yet: one row per public
 * document, so that there is a revision from the first start on, also in a database older than the log. A type that
 * becomes public again gets entries for what happened meanwhile. Idempotent.
 */
export async function ensureBaselines(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const transaction = trx as unknown as Knex.Transaction;
    await takeLock(strapi, transaction, CONTENT_LOCK);
    const log = () => transaction(strapi.db.metadata.get(CHANGE).tableName);
    const types = [...publicTypes(strapi)];
    const known: string[] = await log().where({ kind: BASELINE }).pluck('subject_type');

    // Earlier versions logged only moves and deletions, drafts included, and did not publish the log.
    if (known.length === 0) await log().delete();
    // Changes of a type are not logged while it is not public.
    await log().where({ kind: BASELINE }).whereNotIn('subject_type', types).delete();
    for (const type of types.filter((one) => !known.includes(one))) {
      await catchUp(strapi, transaction, type);
      await log().insert({ subject_type: type, subject_id: '', kind: BASELINE, at: new Date() });
    }
  });
}

const COLUMNS = ['subject_type', 'subject_id', 'kind', 'at'];

/** Appends the changes of a type's documents that the log lacks: newly public, no longer public, and updated. */
export async function catchUp(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
): Promise<void> {
  const log = strapi.db.metadata.get(CHANGE).tableName;
  const shown = publicDocuments(strapi, trx, contentType);
  const last = lastChanges(strapi, trx, contentType);
  const text = (value: string) => trx.raw('CAST(? AS VARCHAR(255))', [value]);

  await trx(trx.raw('?? (??, ??, ??, ??)', [log, ...COLUMNS])).insert(
    trx
      .from(shown.as('d'))
      .leftJoin(last.clone().as('l'), 'l.subject_id', 'd.document_id')
      .where((where) =>
        where
          .whereNull('l.id')
          .orWhereIn('l.kind', [...TOMBSTONES])
          .orWhereRaw('l.at < d.at'),
      )
      .orderBy(['d.at', 'd.document_id'])
      .select(
        text(contentType),
        'd.document_id',
        trx.raw(`CASE WHEN l.kind IS NULL OR l.kind IN (?, ?) THEN 'created' ELSE 'updated' END`, [
          ...TOMBSTONES,
        ]),
        'd.at',
      ),
  );
  await trx(trx.raw('?? (??, ??, ??, ??)', [log, ...COLUMNS])).insert(
    trx
      .from(last.as('l'))
      .whereNotIn('l.kind', [...TOMBSTONES])
      .whereNotExists(publicRowsOf(strapi, trx, contentType, 'l.subject_id'))
      .orderBy('l.id')
      .select(text(contentType), 'l.subject_id', text('unpublished'), trx.raw('?', [new Date()])),
  );
}

/**
 * Public rows of the document whose id another table of the query has. For conditions: in a join SQLite reads all public
 * documents for each row of the log, where its statistics are of a time when the log was short.
 * @param id column of the other table
 */
export const publicRowsOf = (
  strapi: Core.Strapi,
  knex: Knex,
  contentType: string,
  id: string,
): Knex.QueryBuilder =>
  knex
    .from({ e: strapi.db.metadata.get(contentType).tableName })
    .modify((query) => wherePublic(strapi, contentType, query, 'e'))
    .where('e.document_id', knex.ref(id))
    .select(knex.raw('1'));

/** `document_id` of each public document of a type, and `at`: the latest update of its public rows. */
export function publicDocuments(strapi: Core.Strapi, knex: Knex, contentType: string): Knex.QueryBuilder {
  return knex
    .from(strapi.db.metadata.get(contentType).tableName)
    .modify((query) => wherePublic(strapi, contentType, query))
    .groupBy('document_id')
    .select(
      'document_id',
      knex.raw(
        `CASE WHEN MAX(published_at) > MAX(updated_at) THEN MAX(published_at)
          ELSE COALESCE(MAX(updated_at), MAX(created_at)) END AS at`,
      ),
    );
}

/** The latest change of each document of a type. */
export function lastChanges(strapi: Core.Strapi, knex: Knex, contentType: string): Knex.QueryBuilder {
  const log = strapi.db.metadata.get(CHANGE).tableName;
  // Joined: of a list of ids SQLite would try each for each row that this is joined to.
  const latest = knex(log)
    .where({ subject_type: contentType })
    .whereNot({ kind: BASELINE })
    .groupBy('subject_id')
    .max('id', { as: 'latest_id' });
  return knex
    .from({ c: log })
    .join(latest.as('latest'), 'latest.latest_id', 'c.id')
    .select('c.id', 'c.subject_id', 'c.kind', 'c.at');
}
