import type { Core } from '@strapi/strapi';
import { STATUS_CHANGE } from './uids';

/** Name of a state recorded from a source, in place of a transition. */
export const RECORDED = 'recorded';

/**
 * Removes the previous state from records of earlier versions, which stored them as moves out of the first state.
 * Idempotent, also on several instances.
 */
export async function clearOriginsOfRecords(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .connection(strapi.db.metadata.get(STATUS_CHANGE).tableName)
    .where({ transition: RECORDED })
    .whereNotNull('from_state')
    .update({ from_state: null });
}
