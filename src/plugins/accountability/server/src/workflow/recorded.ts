import type { Core } from '@strapi/strapi';
import { STATUS_CHANGE } from './uids';

/** What the history calls a state that a source tells, in place of a transition. */
export const RECORDED = 'recorded';

/**
 * Takes the state before out of records of earlier releases, which told them as moves out of the first state.
 * Safe to repeat, and on several instances.
 */
export async function clearOriginsOfRecords(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .connection(strapi.db.metadata.get(STATUS_CHANGE).tableName)
    .where({ transition: RECORDED })
    .whereNotNull('from_state')
    .update({ from_state: null });
}
