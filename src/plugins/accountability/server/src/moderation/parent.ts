import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { fieldsRefused } from './refusal';
import { commentTable, comments } from './registry';

/**
 * Refuses an answer to what cannot be answered: a comment that is not public, stands elsewhere, or is an answer
 * itself.
 * @throws Refusal 400
 */
export async function assertCanBeAnswered(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  subjectId: string,
  parent: string,
): Promise<void> {
  const { table, column, state } = commentTable(strapi);
  const row: { parent: string | null } | undefined = await trx(table)
    .where({
      [column('documentId')]: parent,
      [column('subjectId')]: subjectId,
      [state]: comments(strapi).workflow.approved,
    })
    .first({ parent: column('parentId') });
  if (!row) throw fieldsRefused([{ path: ['parent'], code: 'PARENT_UNKNOWN' }]);
  if (row.parent) throw fieldsRefused([{ path: ['parent'], code: 'PARENT_IS_REPLY' }]);
}
