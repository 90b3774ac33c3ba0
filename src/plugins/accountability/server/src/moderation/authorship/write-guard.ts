import type { Core, Modules } from '@strapi/strapi';
import type { Context } from 'koa';
import { beforeActions } from '../../http/before-actions';
import { requestActor } from '../../workflow/actors';
import { canRead, type PanelAbility } from '../../workflow/read-permission';
import { uidOf } from '../../workflow/registry';
import { declaredComments } from '../registry';
import type { CommentsSettings } from '../definition';
import { changedAttributes } from './changed-attributes';
import { isModerationsWrite } from './engine-write';
import { COUNTED, officialAttributes, protectedAttributes } from './protected-attributes';
import { newCommentRefused, writeRefused } from './refuse';

type Data = Readonly<Record<string, unknown>>;

const PANEL = 'plugin::content-manager.collection-types';
const PANEL_UPDATES = ['update', 'publish'];
const PANEL_CREATIONS = ['create', 'clone', 'autoClone'];

/**
 * Document middleware for every write to comments, by the panel, tokens, code of the application and other plugins:
 * what the author wrote cannot be changed, and only the queue makes an answer official. The moderation's own writes
 * run in `asModeration`.
 */
export function commentWriteGuard(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const declaration = declaredComments(strapi);
    if (declaration?.contentType !== (context.uid as string) || isModerationsWrite()) return next();
    const params = context.params as { documentId?: string; data?: Data };
    const data = params.data ?? {};
    if (context.action === 'clone') throw newCommentRefused(strapi);
    if (context.action === 'create') assertPlainComment(strapi, declaration, data);
    if (context.action === 'update') {
      await assertNothingProtectedChanges(strapi, declaration, params.documentId, data);
      params.data = withoutProtected(declaration, data);
    }
    return next();
  };
}

/**
 * The same for requests of the panel, before Strapi removes what a role may not write: an attempt is refused, not
 * ignored. Runs after the route has authorised the request.
 */
export function guardCommentForms(strapi: Core.Strapi): void {
  const declarationFor = (ctx: Context): CommentsSettings | null => {
    const declaration = declaredComments(strapi);
    return declaration?.contentType === (ctx.params as { model?: string }).model ? declaration : null;
  };
  beforeActions(strapi, PANEL, PANEL_CREATIONS, (ctx) => {
    if (declarationFor(ctx)) throw newCommentRefused(strapi);
  });
  beforeActions(strapi, PANEL, PANEL_UPDATES, async (ctx) => {
    const declaration = declarationFor(ctx);
    if (!declaration) return;
    const { id } = ctx.params as { id?: string };
    if (id === undefined) throw newCommentRefused(strapi);
    const ability = ctx.state.userAbility as PanelAbility;
    // Strapi shows it to everybody who may read the comment, without a permission of its own.
    const mayRead = (name: string) => name === 'createdAt' || canRead(ability, declaration.contentType, name);
    await assertNothingProtectedChanges(strapi, declaration, id, (ctx.request.body ?? {}) as Data, mayRead);
  });
}

/**
 * A comment created by code, in a migration for example, waits for moderation like every other; nobody creates one
 * by hand.
 */
function assertPlainComment(strapi: Core.Strapi, declaration: CommentsSettings, data: Data): void {
  if (requestActor(strapi.requestContext.get()).kind !== 'system') throw newCommentRefused(strapi);
  const attempts = changedAttributes(data, officialAttributes(declaration), { official: false });
  if (attempts.length > 0) throw writeRefused(strapi, attempts);
}

/**
 * @param mayRead whether the user may read an attribute. Others are not compared: the response would reveal whether
 * a guess is right
 * @throws ValidationError (400) with each field that would change
 */
async function assertNothingProtectedChanges(
  strapi: Core.Strapi,
  declaration: CommentsSettings,
  documentId: string | undefined,
  data: Data,
  mayRead: (name: string) => boolean = () => true,
): Promise<void> {
  const given = protectedAttributes(declaration).filter(({ name }) => data[name] !== undefined);
  if (!documentId || given.length === 0) return;
  const relations = given.filter(({ isRelation }) => isRelation);
  const stored = (await strapi.db.query(uidOf(declaration.contentType)).findOne({
    where: { documentId },
    populate: Object.fromEntries(relations.map(({ name }) => [name, { select: ['id', 'documentId'] }])),
  })) as Data | null;
  // Strapi itself answers that the comment does not exist.
  if (!stored) return;
  const known = Object.fromEntries(Object.entries(stored).filter(([name]) => mayRead(name)));
  const attempts = changedAttributes(data, given, known);
  if (attempts.length > 0) throw writeRefused(strapi, attempts);
}

function withoutProtected(declaration: CommentsSettings, data: Data): Data {
  const names = new Set([...protectedAttributes(declaration).map(({ name }) => name), ...COUNTED]);
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.has(name)));
}
