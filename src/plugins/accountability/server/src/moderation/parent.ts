import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { fieldsRefused, type Refusal } from './refusal';
import { commentTable, comments } from './registry';

/**
 * Whether a comment may be answered: not one that is not public, belongs to another subject, or is an answer
 * itself.
 * @returns a refusal (400), null where it may
 */
export async function replyRefusal(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  subjectId: string,
  parent: string,
): Promise<Refusal | null> {
  const { table, column, state } = commentTable(strapi);
  const row: { parent: string | null } | undefined = await trx(table)
    .where({
      [column('documentId')]: parent,
      [column('subjectId')]: subjectId,
      [state]: comments(strapi).workflow.approved,
    })
    .first({ parent: column('parentId') });
  if (!row) return fieldsRefused([{ path: ['parent'], code: 'PARENT_UNKNOWN' }]);
  return row.parent ? fieldsRefused([{ path: ['parent'], code: 'PARENT_IS_REPLY' }]) : null;
}
