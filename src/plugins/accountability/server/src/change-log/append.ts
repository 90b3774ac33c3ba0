import type { Knex } from 'knex';
import type { Core } from '@strapi/strapi';
import { CHANGE } from './content-types';

/** What happened to a document. */
export interface Change {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly kind: 'transition' | 'deleted';
  readonly at: Date;
}

/**
 * Appends to the change log inside the transaction of the change itself. The caller holds the content lock:
 * it is what makes the order of the sequence the order of the commits.
 */
export async function appendChange(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  change: Change,
): Promise<void> {
  await trx(strapi.db.metadata.get(CHANGE).tableName).insert({
    subject_type: change.subjectType,
    subject_id: change.subjectId,
    kind: change.kind,
    at: change.at,
  });
}
