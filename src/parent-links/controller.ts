import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';

import {
  inTransaction,
  requestLanguage,
  respondTo,
  titleField,
  tokenActor,
  withErrorResponses,
} from 'strapi-plugin-accountability/server';
import { parentRelations, type ChildRelation } from './child-relations';
import { documentNames } from './document-names';
import { existingParents } from './link-tables';
import { findRelation, moveChild, type ChildMove } from './move-child';
import { MoveError } from './move-error';
import { moveRequest } from './move-request';

const EXPLORER = 'plugin::content-manager.explorer';

type Check = (document?: object, field?: string) => boolean;

/** Strapi's own permission checks of the panel, which include conditions on single documents. */
interface PermissionChecker {
  can: { read: Check; update: Check; publish: Check };
}

function parsed(ctx: Context): ChildMove {
  const request = moveRequest.safeParse(ctx.request.body);
  if (request.success) return request.data;
  const errors = request.error.issues.map(({ path, code, message }) => ({ path, code, message }));
  throw new MoveError(400, 'INVALID_REQUEST', {}, { errors });
}

function assertMay(allowed: boolean, permission: string): void {
  if (!allowed) throw new MoveError(403, 'NOT_ALLOWED', { permission }, { permission });
}

const checkerOf = (strapi: Core.Strapi, ctx: Context, model: string): PermissionChecker =>
  strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: ctx.state.userAbility, model });

/**
 * The permission a user of the panel lacks to move a child: to update it, to publish it while it is public, or to
 * read the parent's type.
 */
async function missingPermission(
  strapi: Core.Strapi,
  ctx: Context,
  { documentId, relation }: Pick<ChildMove, 'documentId' | 'relation'>,
  { child, parent }: ChildRelation,
): Promise<string | undefined> {
  const rows: { publishedAt: string | null }[] = await strapi.db
    .query(child as UID.ContentType)
    .findMany({ where: { documentId }, populate: ['createdBy'] });
  const { can } = checkerOf(strapi, ctx, child);
  if (!rows.every((row) => can.update(row, relation))) return `${EXPLORER}.update`;
  if (!rows.every((row) => !row.publishedAt || can.publish(row))) return `${EXPLORER}.publish`;
  return checkerOf(strapi, ctx, parent).can.read() ? undefined : `${EXPLORER}.read`;
}

/** Wraps an action: a refused move is answered in Strapi's shape. */
const withMoveErrorResponse = (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  withErrorResponses(
    work,
    respondTo(MoveError, (ctx, error) => {
      ctx.status = error.status;
      ctx.body = error.body(requestLanguage(strapi));
    }),
  );

/** Actions that return a document's parents and move it to another one. */
export const parentLinksController = (strapi: Core.Strapi) => ({
  /** For the panel: a document's parents, the field that is their title, and whether the user may move it. */
  parents: withMoveErrorResponse(strapi, async (ctx) => {
    const { contentType = '', documentId = '' } = ctx.params as Record<string, string>;
    const relations = contentType in strapi.contentTypes ? parentRelations(strapi, contentType) : [];
    assertMay(relations.length === 0 || checkerOf(strapi, ctx, contentType).can.read(), `${EXPLORER}.read`);
    const data = [];
    for (const relation of relations) {
      const ids = await inTransaction(strapi, (trx) => existingParents(strapi, trx, relation, documentId));
      const nameOf = await documentNames(strapi, relation.parent, ids);
      data.push({
        relation: relation.parentAttribute,
        parentType: relation.parent,
        mainField: await titleField(strapi, relation.parent),
        parents: ids.map((id) => ({ documentId: id, title: nameOf(id) })),
        mayMove: !(await missingPermission(
          strapi,
          ctx,
          { documentId, relation: relation.parentAttribute },
          relation,
        )),
      });
    }
    ctx.body = { data };
  }),

  /** For the panel: requires the permission to update the field, and to publish what is published. */
  panelMove: withMoveErrorResponse(strapi, async (ctx) => {
    const move = parsed(ctx);
    const relation = findRelation(strapi, move.contentType, move.relation);
    const missing = await missingPermission(strapi, ctx, move, relation);
    assertMay(!missing, missing ?? '');
    await moveChild(strapi, move);
    ctx.body = { data: move };
  }),

  /** For API tokens: the permission to update the content type, as for a write that publishes. */
  tokenMove: withMoveErrorResponse(strapi, async (ctx) => {
    const actor = tokenActor(ctx);
    if (!actor) throw new MoveError(401, 'TOKEN_NEEDED');
    const move = parsed(ctx);
    const { child } = findRelation(strapi, move.contentType, move.relation);
    assertMay(actor.may(`${child}.update`), `${child}.update`);
    await moveChild(strapi, move);
    ctx.body = { data: move };
  }),
});
