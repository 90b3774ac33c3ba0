import type { Core } from '@strapi/strapi';
import { defer, type Change } from '../../change-log/append';
import { notifyOfCommit } from '../../change-log/committed';
import { CHANGE } from '../../change-log/content-types';
import type { Batch } from './batch';

/** Appends very many entries to the change log. The caller holds the content lock, or has them deferred. */
export async function appendInBulk(
  strapi: Core.Strapi,
  batch: Batch,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0 || defer(batch.trx, changes)) return;
  notifyOfCommit(strapi, batch.trx);
  await batch.insert(
    strapi.db.metadata.get(CHANGE).tableName,
    ['subject_type', 'subject_id', 'kind', 'at'],
    changes.map(({ subjectType, subjectId, kind, at }) => [subjectType, subjectId, kind, at]),
  );
}
