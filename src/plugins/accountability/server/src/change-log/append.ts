import type { Knex } from 'knex';
import type { Core } from '@strapi/strapi';
import { notifyOfCommit } from './committed';
import { CHANGE, type ChangeKind } from './content-types';

/** A change of a document. */
export interface Change {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly kind: ChangeKind;
  readonly at: Date;
}

/** SQLite limits the number of bound values per statement. */
const AT_ONCE = 100;

/**
 * Appends to the change log, in the order given, inside the transaction of the changes themselves. The caller holds
 * the content lock, which makes the order of the sequence the order of the commits.
 */
export async function appendChanges(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  changes: readonly Change[],
): Promise<void> {
  const { tableName } = strapi.db.metadata.get(CHANGE);
  if (changes.length > 0) notifyOfCommit(strapi, trx);
  for (let start = 0; start < changes.length; start += AT_ONCE) {
    await trx(tableName).insert(
      changes.slice(start, start + AT_ONCE).map(({ subjectType, subjectId, kind, at }) => ({
        subject_type: subjectType,
        subject_id: subjectId,
        kind,
        at,
      })),
    );
  }
}
