import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { languageCodes } from '../languages/site-languages';
import { appendChanges } from './append';
import { catchUp, lastChanges } from './baseline';
import { hasDrafts, publicLanguages, wherePublic } from './public-rows';
import { publicTypes } from './public-types';

/** The languages of the site at the last start. */
const KEPT = { type: 'plugin', name: 'accountability', key: 'site-languages' } as const;

/**
 * Appends the public effect of a changed set of languages since the last start: documents in an added language
 * appear or gain a text, those in a removed language disappear or lose one. The order of the languages does not
 * matter. Idempotent, also on two instances at once.
 */
export async function followLanguages(strapi: Core.Strapi): Promise<void> {
  const languages = languageCodes(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    const transaction = trx as unknown as Knex.Transaction;
    await takeLock(strapi, transaction, CONTENT_LOCK);
    const store = strapi.store(KEPT);
    const before = ((await store.get({})) ?? languages) as string[];
    const changed = [
      ...before.filter((code) => !languages.includes(code)),
      ...languages.filter((code) => !before.includes(code)),
    ];
    if (changed.length > 0) {
      for (const type of publicTypes(strapi)) {
        if (!publicLanguages(strapi, type)) continue;
        const last = await lastEntry(strapi, transaction, type);
        await catchUp(strapi, transaction, type);
        await appendUpdated(strapi, transaction, type, changed, last);
      }
    }
    await store.set({ value: languages });
  });
}

/** Id of the last entry about a type. */
async function lastEntry(strapi: Core.Strapi, trx: Knex.Transaction, contentType: string): Promise<number> {
  const row: { last: number | string | null } | undefined = await trx
    .from(lastChanges(strapi, trx, contentType).as('l'))
    .max('l.id as last')
    .first();
  return Number(row?.last ?? 0);
}

/** Appends "updated" for the public documents that have a row in one of the languages and no entry since. */
async function appendUpdated(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  subjectType: string,
  languages: readonly string[],
  since: number,
): Promise<void> {
  const { tableName } = strapi.db.metadata.get(subjectType);
  const ids: string[] = await trx
    .from({ e: tableName })
    .modify((query) => wherePublic(strapi, subjectType, query, 'e'))
    .whereIn(
      'e.document_id',
      trx
        .from(tableName)
        .whereIn('locale', [...languages])
        .modify((query) => void (hasDrafts(strapi, subjectType) && query.whereNotNull('published_at')))
        .select('document_id'),
    )
    .whereNotIn(
      'e.document_id',
      trx
        .from(lastChanges(strapi, trx, subjectType).as('l'))
        .where('l.id', '>', since)
        .select('l.subject_id'),
    )
    .distinct()
    .orderBy('e.document_id')
    .pluck('e.document_id');
  const at = new Date();
  await appendChanges(
    strapi,
    trx,
    ids.map((subjectId) => ({ subjectType, subjectId, kind: 'updated', at })),
  );
}
