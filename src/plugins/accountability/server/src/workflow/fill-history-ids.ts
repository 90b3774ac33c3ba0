import type { Core } from '@strapi/strapi';
import { historyId } from './history-id';
import { STATUS_CHANGE } from './uids';

const AT_ONCE = 500;

/** Gives older moves without a public id theirs. Idempotent, also on several instances. */
export async function fillHistoryIds(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const { tableName } = strapi.db.metadata.get(STATUS_CHANGE);
  for (;;) {
    const rows: {
      id: number;
      subject_type: string;
      subject_id: string;
      workflow: string;
      version: number;
    }[] = await knex(tableName)
      .whereNull('document_id')
      .limit(AT_ONCE)
      .select('id', 'subject_type', 'subject_id', 'workflow', 'version');
    if (rows.length === 0) return;
    await knex.transaction(async (trx) => {
      for (const row of rows) {
        const id = historyId(row.subject_type, row.subject_id, row.workflow, row.version);
        await trx(tableName).where({ id: row.id }).update({ document_id: id });
      }
    });
  }
}
