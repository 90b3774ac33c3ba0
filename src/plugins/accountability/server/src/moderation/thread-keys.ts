import type { Core, Modules } from '@strapi/strapi';
import { inTransaction } from '../database/transaction';
import { uidOf } from '../workflow/registry';
import { PARENT } from './attributes';
import { commentTable, declaredComments } from './registry';

interface Related {
  readonly documentId: string;
}

const WRITES = new Set(['create', 'update', 'clone']);
const AT_ONCE = 500;

/**
 * Keeps the subject and the parent of a comment in columns of its own. Relations use a link table; with the columns
 * a page of a long thread is one index scan.
 *
 * A deleted subject removes its relation; the column keeps the value.
 */
export function threadKeysMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const declaration = declaredComments(strapi);
    const isWrite = declaration?.contentType === (context.uid as string) && WRITES.has(context.action);
    if (!isWrite) return next();
    const result = await next();
    const written = (result as { entries?: { id: number }[]; id?: number } | null) ?? {};
    const rows = written.entries ?? [written as { id?: number }];
    await setKeys(
      strapi,
      rows.flatMap(({ id }) => (id === undefined ? [] : [id])),
    );
    return result;
  };
}

/** Fills the columns of comments that are older than they are. */
export async function fillThreadKeys(strapi: Core.Strapi): Promise<void> {
  const { contentType } = declaredComments(strapi) ?? {};
  if (!contentType) return;
  for (let after = 0; ;) {
    const rows: { id: number }[] = await strapi.db.query(uidOf(contentType)).findMany({
      select: ['id'],
      where: { subjectId: { $null: true }, id: { $gt: after } },
      orderBy: { id: 'asc' },
      limit: AT_ONCE,
    });
    await setKeys(
      strapi,
      rows.map(({ id }) => id),
    );
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function setKeys(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const declaration = declaredComments(strapi);
  if (!declaration || ids.length === 0) return;
  const { relation } = declaration.subject;
  const { table, column } = commentTable(strapi);
  const rows: Record<string, unknown>[] = await strapi.db.query(uidOf(declaration.contentType)).findMany({
    select: ['id', 'subjectId', 'parentId'],
    where: { id: { $in: [...ids] } },
    populate: { [relation]: { select: ['documentId'] }, [PARENT]: { select: ['documentId'] } },
  });
  await inTransaction(strapi, async (trx) => {
    for (const row of rows) {
      const subjectId = (row[relation] as Related | null)?.documentId ?? row.subjectId ?? null;
      const parentId = (row[PARENT] as Related | null)?.documentId ?? '';
      if (subjectId === row.subjectId && parentId === row.parentId) continue;
      await trx(table)
        .where({ id: row.id })
        .update({ [column('subjectId')]: subjectId, [column('parentId')]: parentId });
    }
  });
}
