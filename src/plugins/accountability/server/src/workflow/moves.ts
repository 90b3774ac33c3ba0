import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import type { Precision } from '../dates/partial-date';
import { siteDay } from '../dates/site-day';
import { inTransaction } from '../database/transaction';
import { SYSTEM, type Actor } from './actor';
import { parseAsOf } from './as-of';
import { WorkflowError } from './errors';
import { announce } from './events';
import { parseFields, type FieldAttribute } from './fields';
import { move, stateOf } from './machine';
import { permissionOf } from './permissions';
import { findTransition, findWorkflow, uidOf, workflowConfig } from './registry';
import { RECORDED } from './recorded';
import { missingFor } from './requirements';
import { NO_FIELDS, storeMove } from './store';
import type { StoredMove } from './stored-move';
import { draftRows, loadGuardContext, loadRows, loadState, type WorkflowState } from './document-state';
import type { WorkflowDeclaration } from './definition';
import { textIn, type LocalizedText } from '../languages/localized-text';

export interface MoveRequest {
  readonly contentType: string;
  readonly documentId: string;
  readonly workflow: string;
  readonly transition: string;
  /** The version the caller has read; without it the move applies to the current one. */
  readonly version?: number;
  readonly reason?: string | null;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface MoveResult {
  readonly contentType: string;
  readonly documentId: string;
  readonly workflow: string;
  readonly transition: string;
  readonly from: string;
  readonly to: string;
  readonly version: number;
  readonly at: string;
}

/** Labels of states, in each language, as a list. */
const namesOf = (workflow: WorkflowDeclaration, codes: readonly string[]): LocalizedText =>
  Object.fromEntries(
    Object.keys(workflow.labels).map((language) => [
      language,
      codes.map((code) => textIn(stateOf(workflow, code)?.labels ?? {}, language) || code).join(', '),
    ]),
  );

const stale = (workflow: WorkflowDeclaration, { state, version }: WorkflowState): WorkflowError =>
  new WorkflowError({
    status: 409,
    code: 'STALE_VERSION',
    values: { state: namesOf(workflow, [state]) },
    details: { current: { state, version } },
  });

/** Runs in one transaction under the content lock; events are emitted after the commit. */
function locked<T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction, afterCommit: (job: () => void) => void) => Promise<T>,
): Promise<T> {
  return inTransaction(strapi, async (trx, afterCommit) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    return work(trx, afterCommit);
  });
}

const resultOf = ({ workflow, documentId, transition, before, to, at }: StoredMove): MoveResult => ({
  contentType: workflow.contentType,
  documentId,
  workflow: workflow.name,
  transition,
  from: before.state,
  to,
  version: before.version + 1,
  at: at.toISOString(),
});

/**
 * Makes a move: state, mirror, history and change log in one transaction, events after it.
 * @throws WorkflowError 404 for what does not exist, 403 with the permission, 409 with the current state, 400 with
 * one entry per missing requirement; nothing is changed then
 */
export async function makeMove(strapi: Core.Strapi, request: MoveRequest, actor: Actor): Promise<MoveResult> {
  const config = workflowConfig(strapi);
  const workflow = findWorkflow(config, request.contentType, request.workflow);
  const transition = findTransition(workflow, request.transition);
  const permission = permissionOf(workflow, transition);
  if (!actor.may(permission)) {
    throw new WorkflowError({
      status: 403,
      code: 'NOT_ALLOWED',
      values: { permission },
      details: { permission },
    });
  }
  const { documentId } = request;
  const reason = request.reason?.trim() || null;

  return locked(strapi, async (trx, afterCommit) => {
    const rows = await loadRows(strapi, config, workflow.contentType, documentId);
    const before = await loadState(strapi, trx, workflow, documentId, rows);
    if (request.version !== undefined && request.version !== before.version) throw stale(workflow, before);
    const outcome = move(workflow, before.state, transition.name);
    if (!outcome.allowed) throw closed(workflow, transition.name, before, outcome.refusal);

    const { attributes } = strapi.contentType(uidOf(workflow.contentType));
    const { fields, failures } = parseFields(
      transition,
      request.fields ?? {},
      attributes as unknown as Readonly<Record<string, FieldAttribute>>,
      draftRows(rows).map(({ locale }) => locale ?? ''),
    );
    const facts = {
      ...(await loadGuardContext(strapi, config, workflow, [transition], rows)),
      fields: request.fields ?? {},
    };
    const missing = [...failures, ...missingFor(transition, facts, reason, config.guards)];
    if (missing.length > 0) {
      throw new WorkflowError({ status: 400, code: 'MOVE_INCOMPLETE', failures: missing });
    }

    const stored = {
      workflow,
      documentId,
      rows,
      before,
      to: outcome.to,
      transition: transition.name,
      fields,
      reason,
      actor,
      at: new Date(),
    };
    if (!(await storeMove(strapi, trx, stored))) throw stale(workflow, before);
    afterCommit(() => announce(strapi, stored));
    return resultOf(stored);
  });
}

function closed(
  workflow: WorkflowDeclaration,
  transition: string,
  current: WorkflowState,
  refusal: Exclude<ReturnType<typeof move>, { allowed: true }>['refusal'],
): WorkflowError {
  const isUndeclared = refusal.code === 'UNDECLARED_STATE';
  const from = refusal.code === 'CLOSED_FROM_STATE' ? refusal.from : [];
  return new WorkflowError({
    status: 409,
    code: isUndeclared ? 'UNDECLARED_STATE' : 'CLOSED_FROM_STATE',
    values: {
      transition: findTransition(workflow, transition).labels,
      state: namesOf(workflow, [current.state]),
      from: namesOf(workflow, from),
    },
    details: { current: { state: current.state, version: current.version }, workflow: workflow.name, from },
  });
}

export interface RecordedState {
  readonly contentType: string;
  readonly documentId: string;
  readonly workflow: string;
  readonly state: string;
  readonly fields?: Readonly<Record<string, string | number | boolean | null>>;
  readonly reason?: string;
  /** Date stated by the source: a day anywhere in the period of the precision; a day without one. */
  readonly asOf?: { readonly date: string; readonly precision?: Precision | null };
}

/**
 * Records the state a source states for a document: for initial content and imports. Only for a document that has
 * never been moved; others are left unchanged. It is not a move: it has no previous state, and emits no event.
 * Record before the document is published, so that both become public at once.
 * @returns whether it was recorded
 * @throws Error for an undeclared state, an invalid date, and one in the future
 */
export async function recordState(strapi: Core.Strapi, wanted: RecordedState): Promise<boolean> {
  const config = workflowConfig(strapi);
  const workflow = findWorkflow(config, wanted.contentType, wanted.workflow);
  if (!stateOf(workflow, wanted.state)) {
    throw new Error(`Workflow "${workflow.name}" has no state "${wanted.state}"`);
  }
  const asOf = wanted.asOf ? parseAsOf(wanted.asOf, siteDay(strapi)) : null;
  return locked(strapi, async (trx) => {
    const rows = await loadRows(strapi, config, workflow.contentType, wanted.documentId);
    const before = await loadState(strapi, trx, workflow, wanted.documentId, rows);
    if (before.version > 0) return false;
    return storeMove(strapi, trx, {
      workflow,
      documentId: wanted.documentId,
      rows,
      before,
      to: wanted.state,
      transition: RECORDED,
      fields: { ...NO_FIELDS, shared: wanted.fields ?? {} },
      reason: wanted.reason ?? null,
      actor: SYSTEM,
      at: new Date(),
      asOf,
    });
  });
}
