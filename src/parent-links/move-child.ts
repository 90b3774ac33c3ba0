import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { z } from 'zod';
import {
  CONTENT_LOCK,
  type SubjectRow,
  changedDrafts,
  inTransaction,
  requestLanguage,
  takeLock,
} from 'strapi-plugin-accountability/server';
import { orderedParents } from '../child-order/read-children';
import { writeNumbers } from '../child-order/write-order';
import { CONTENT_RULES } from '../content-rules/declarations';
import { issuesError } from '../content-rules/issue';
import { refuseBrokenRules } from '../content-rules/refuse-broken-rules';

import { parentRelations, type ChildRelation } from './child-relations';
import { documentNames } from './document-names';
import { inPortions, linkTable, existingParents } from './link-tables';
import { MoveError } from './move-error';
import type { moveRequest } from './move-request';

/** A move of a child from one parent to another, all of them by documentId. */
export type ChildMove = z.infer<typeof moveRequest>;

type Versions = Pick<SubjectRow, 'id' | 'locale' | 'publishedAt'>[];

/** @throws MoveError 404 where the content type has no such parent */
export function findRelation(strapi: Core.Strapi, contentType: string, attribute: string): ChildRelation {
  const relations = contentType in strapi.contentTypes ? parentRelations(strapi, contentType) : [];
  const relation = relations.find(({ parentAttribute }) => parentAttribute === attribute);
  if (!relation) throw new MoveError(404, 'NO_SUCH_RELATION', { contentType, relation: attribute });
  return relation;
}

/**
 * Moves a child to another parent: in all locales, draft and published, in one transaction under the content lock.
 * The change log gets entries for the child and both parents; the content rules apply to the result.
 * @throws MoveError 404 for documents that do not exist, 409 where `from` is not the present parent
 * @throws ValidationError 400 where the result violates a content rule
 */
export async function moveChild(strapi: Core.Strapi, move: ChildMove): Promise<void> {
  const relation = findRelation(strapi, move.contentType, move.relation);
  await inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    const child = await versionsOf(strapi, relation.child, move.documentId);
    const parent = await versionsOf(strapi, relation.parent, move.to);
    await assertExistingParent(strapi, trx, relation, move);
    await assertStaysPublic(strapi, relation, child, parent, move.to);
    const subjects = [move.from, move.to].map((subjectId) => ({ subjectType: relation.parent, subjectId }));
    const subject = { subjectType: relation.child, subjectId: move.documentId };
    await strapi
      .plugin('accountability')
      .service('changeLog')
      .recordRewrite(trx, subject, subjects, async () => {
        await relink(strapi, trx, relation, child, parent);
        await renumber(strapi, trx, relation, move);
        await touch(strapi, trx, relation.child, child);
      });
    const rules = CONTENT_RULES[relation.child];
    const rowIds = child.map(({ id }) => id);
    if (rules) await refuseBrokenRules(strapi, relation.child, rules, rowIds, null);
  });
}

async function versionsOf(
  strapi: Core.Strapi,
  contentType: string,
  documentId: string,
): Promise<SubjectRow[]> {
  const rows: SubjectRow[] = await strapi.db
    .query(contentType as UID.ContentType)
    .findMany({ where: { documentId }, orderBy: { id: 'asc' } });
  if (rows.length === 0) throw new MoveError(404, 'NO_SUCH_DOCUMENT', { contentType, documentId });
  return rows;
}

async function assertExistingParent(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  { documentId, from, to }: ChildMove,
): Promise<void> {
  const present = await existingParents(strapi, trx, relation, documentId);
  if (present.includes(from) && from !== to) return;
  const nameOf = await documentNames(strapi, relation.parent, present);
  throw new MoveError(
    409,
    from === to ? 'SAME_PARENT' : 'NOT_THE_PARENT',
    { parent: present.map(nameOf).join('; ') || '—' },
    { current: present },
  );
}

/** A published child needs a published parent, if it requires one. */
async function assertStaysPublic(
  strapi: Core.Strapi,
  relation: ChildRelation,
  child: Versions,
  parent: Versions,
  to: string,
): Promise<void> {
  const needed = CONTENT_RULES[relation.child]?.belongsTo?.anyOf ?? [];
  if (!needed.includes(relation.parentAttribute)) return;
  if (!child.some((row) => row.publishedAt) || parent.some((row) => row.publishedAt)) return;
  const values = { parent: (await documentNames(strapi, relation.parent, [to]))(to) };
  const issue = { path: ['to'], code: 'move-target-unpublished' as const, values };
  throw issuesError([issue], requestLanguage(strapi));
}

/** Links each version of the child to the version of the parent in its locale, as the last of its children. */
async function relink(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  child: Versions,
  parent: Versions,
): Promise<void> {
  const table = linkTable(strapi, relation);
  await inPortions(
    child.map(({ id }) => id),
    async (ids) => {
      await trx(table.name).whereIn(table.child, ids).delete();
      return [];
    },
  );
  for (const row of child) {
    const target = parent.find(
      (one) => one.locale === row.locale && Boolean(one.publishedAt) === Boolean(row.publishedAt),
    );
    if (!target) continue;
    const link: Record<string, number> = { [table.child]: row.id, [table.parent]: target.id };
    if (table.order) {
      const last = await trx(table.name)
        .where(table.parent, target.id)
        .max<{ last: number | null }>({ last: table.order })
        .first();
      link[table.order] = Number(last?.last ?? 0) + 1;
    }
    await trx(table.name).insert(link);
  }
}

/** Updates the child's number to its new position, where children have one; its former siblings keep theirs. */
async function renumber(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  { documentId, to }: ChildMove,
): Promise<void> {
  const ordered = orderedParents(strapi, relation.child);
  if (!ordered.some(({ parentAttribute }) => parentAttribute === relation.parentAttribute)) return;
  for (const version of ['draft', 'published'] as const) {
    await writeNumbers(strapi, trx, relation, to, version, documentId);
  }
}

/** Updates the child's time of change; a draft with unpublished changes stays newer than the published version. */
async function touch(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  rows: readonly SubjectRow[],
): Promise<void> {
  const { tableName } = strapi.db.metadata.get(contentType);
  const at = new Date();
  const ids = rows.map(({ id }) => id);
  await trx(tableName).whereIn('id', ids).update({ updated_at: at });
  const changed = changedDrafts(rows);
  await trx(tableName)
    .whereIn('id', changed)
    .update({ updated_at: new Date(at.getTime() + 1) });
}
