import { isDeepStrictEqual } from 'node:util';
import { errors } from '@strapi/utils';
import type { Core, Modules } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CHANGE } from '../change-log/content-types';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { NOTICE } from '../moderation/notices/content-types';
import { DELIVERY } from '../reminders/content-types';
import { isAtOrBelow } from '../http/paths';
import { localizedMessage } from '../languages/request-language';
import { requestActor } from './actors';
import { checkedWrite } from './checked-write';
import { deleteStatesOfDeleted } from './deleted-documents';
import { earlierValues } from './earlier-values';
import { editedContent } from './edited-content';
import { isEditedByRequest, noteEdit } from './edits-of-request';
import { sentence, type Word } from './errors';
import { isLocalized, type FieldAttribute } from './fields';
import { announce } from './events';
import { ownedAttributes, uidOf, workflowConfig, workflowsOf } from './registry';
import { NO_FIELDS, storeMove } from './store';
import { loadRows, loadState } from './document-state';
import { STATE, STATUS_CHANGE } from './uids';
import { checkWrite, initialValues, type ForbiddenWrite, type WriteData } from './write-check';
import type { WorkflowDeclaration } from './definition';

interface WriteParams {
  documentId?: string;
  data?: WriteData;
  locale?: string | string[];
  status?: string;
}

const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'discardDraft', 'clone', 'delete']);
const ENGINE_TABLES = new Set<string>([STATE, STATUS_CHANGE, CHANGE, DELIVERY, NOTICE]);

/** A validation error (400) in Strapi's shape, with its field. */
export function refuse(
  strapi: Core.Strapi,
  code: Word,
  values: Readonly<Record<string, string>>,
  path: string[] = [],
): errors.ValidationError {
  const localized = localizedMessage(strapi, (language) => sentence(language, code, values));
  return new errors.ValidationError(localized.message, {
    code,
    ...values,
    errors: [{ path, name: 'ValidationError', code, ...localized }],
  });
}

export const forbiddenWrite = (strapi: Core.Strapi, [first]: readonly ForbiddenWrite[]) =>
  refuse(strapi, 'WRITTEN_BY_MOVES', { field: first?.field ?? '', workflow: first?.workflow.name ?? '' }, [
    first?.field ?? '',
  ]);

/**
 * Document middleware for every write to a content type with workflows, whoever writes: attributes of moves are
 * unchanged, publishing requires its state, a new document has the initial state, a deleted one no state.
 */
export function workflowWriteGuard(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  const config = workflowConfig(strapi);
  return async (context, next) => {
    if (!WRITES.has(context.action)) return next();
    if (ENGINE_TABLES.has(context.uid)) throw refuse(strapi, 'ENGINE_TABLE', {});
    const workflows = workflowsOf(config, context.uid);
    if (workflows.length === 0) return next();

    return inTransaction(strapi, async (trx, afterCommit) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      const params = context.params as WriteParams;
      await checkData(strapi, context.uid, context.action, workflows, params);
      const review = await openReview(strapi, trx, context, workflows);
      const result = await checkedWrite.run(true, next);
      const documentId = params.documentId ?? (result as { documentId?: string } | null)?.documentId;
      if (context.action === 'delete' && documentId) {
        await deleteStatesOfDeleted(strapi, trx, context.uid, [documentId]);
      }
      await review?.(afterCommit);
      return result;
    });
  };
}

/**
 * Replaces the attributes of moves in the data by their stored values.
 * @throws ValidationError for an attempt to change one
 */
async function checkData(
  strapi: Core.Strapi,
  uid: string,
  action: string,
  workflows: readonly WorkflowDeclaration[],
  params: WriteParams,
): Promise<void> {
  if (action !== 'create' && action !== 'update' && action !== 'clone') return;
  const owned = ownedAttributes(workflows);
  if (owned.size === 0) return;
  // In a new language version Strapi itself copies unlocalized values from the others.
  if (action === 'update' && isUnchanged(strapi, uid, params, owned)) return;
  const initial = initialValues(workflows, owned);
  const existing =
    action === 'create' || !params.documentId
      ? null
      : await currentValues(strapi, uid, params.documentId, [...owned.keys()]);
  const isClone = action === 'clone';
  const current = existing && !isClone ? existing : initial;
  const given = params.data ?? {};
  let { data, forbidden } = checkWrite(given, owned, current, isClone ? asLists(existing ?? {}) : {});
  if (forbidden.length > 0 && action === 'update' && params.documentId && isFromPanel(strapi)) {
    // A form sends the values of its last reading: a move in between is not a change by its user.
    const earlier = await earlierValues(strapi, uid, params.documentId, owned);
    ({ data, forbidden } = checkWrite(given, owned, current, earlier));
  }
  if (forbidden.length > 0) throw forbiddenWrite(strapi, forbidden);
  params.data = data;
}

/** Whether a write contains no attribute of moves; most do not, and need no query. */
function isUnchanged(
  strapi: Core.Strapi,
  uid: string,
  { data = {} }: WriteParams,
  owned: ReadonlyMap<string, WorkflowDeclaration>,
): boolean {
  const { attributes } = strapi.contentType(uidOf(uid));
  return [...owned.keys()].every(
    (field) => data[field] === undefined && !isLocalized(attributes[field] as FieldAttribute),
  );
}

/** The attributes of moves of a document, null for one that does not exist. */
const currentValues = (
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  attributes: readonly string[],
): Promise<Record<string, unknown> | null> =>
  strapi.db.query(uidOf(uid)).findOne({ select: ['id', ...attributes], where: { documentId } });

const asLists = (values: Readonly<Record<string, unknown>>): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));

const isFromPanel = (strapi: Core.Strapi): boolean =>
  isAtOrBelow(strapi.requestContext.get()?.path ?? '', '/content-manager');

/**
 * Checks a write against the workflow that publishing depends on.
 * @returns what to do after the write: return an approved draft to the initial state when the write changed it
 */
async function openReview(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  context: { uid: string; action: string; params: unknown },
  workflows: readonly WorkflowDeclaration[],
): Promise<((afterCommit: (job: () => void) => void) => Promise<void>) | undefined> {
  const workflow = workflows.find(({ publishing }) => publishing);
  if (!workflow?.publishing) return undefined;
  const { needs, editLeadsTo } = workflow.publishing;
  const { documentId, status } = context.params as WriteParams;
  const publishes = context.action === 'publish' || status === 'published';
  const isNew = context.action === 'create' || context.action === 'clone' || !documentId;
  const rows = isNew ? [] : await strapi.db.query(uidOf(context.uid)).findMany({ where: { documentId } });
  const before =
    isNew || rows.length === 0
      ? { state: workflow.initial, version: 0, stored: false }
      : await loadState(strapi, trx, workflow, documentId, rows);
  if (publishes && before.state !== needs) {
    if (isEditedByRequest(strapi, documentId)) throw refuse(strapi, 'EDIT_NEEDS_REVIEW', {});
    throw refuse(strapi, 'PUBLISHING_NEEDS_STATE', { needed: needs, state: before.state });
  }
  const edits = context.action === 'update' || context.action === 'discardDraft';
  if (!edits || !documentId || before.state !== needs) return undefined;

  const content = await editedContent(strapi, context.uid, documentId);
  return async (afterCommit) => {
    if (isDeepStrictEqual(content, await editedContent(strapi, context.uid, documentId))) return;
    if (publishes) throw refuse(strapi, 'EDIT_NEEDS_REVIEW', {});
    const stored = {
      workflow,
      documentId,
      rows: await loadRows(strapi, workflowConfig(strapi), context.uid, documentId),
      before,
      to: editLeadsTo,
      transition: 'edited',
      fields: NO_FIELDS,
      reason: null,
      actor: requestActor(strapi.requestContext.get()),
      at: new Date(),
    };
    await storeMove(strapi, trx, stored);
    noteEdit(strapi, documentId);
    afterCommit(() => announce(strapi, stored));
  };
}
