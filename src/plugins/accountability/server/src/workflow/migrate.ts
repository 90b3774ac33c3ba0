import type { Core } from '@strapi/strapi';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { SYSTEM } from './actor';
import { workflowConfig } from './registry';
import { NO_FIELDS, storeMove } from './store';
import { loadRows, loadState } from './document-state';
import { STATE } from './uids';
import type { WorkflowDeclaration } from './definition';

/** Documents in undeclared states, by workflow and state. */
export interface UndeclaredState {
  readonly contentType: string;
  readonly workflow: string;
  readonly state: string;
  readonly documents: number;
}

/**
 * Moves documents in a state of an earlier version to the one the declaration maps it to. Each is a transaction of
 * its own with its history row; an interrupted start is continued by the next.
 * @returns how many documents were moved
 */
export async function migrateStates(
  strapi: Core.Strapi,
  workflows: readonly WorkflowDeclaration[] = workflowConfig(strapi).workflows,
): Promise<number> {
  let moved = 0;
  for (const workflow of workflows) {
    for (const [old, to] of Object.entries(workflow.migrations ?? {})) {
      for (const documentId of await documentsIn(strapi, workflow, old)) {
        if (await migrate(strapi, workflow, documentId, old, to)) moved += 1;
      }
    }
  }
  return moved;
}

async function migrate(
  strapi: Core.Strapi,
  workflow: WorkflowDeclaration,
  documentId: string,
  old: string,
  to: string,
): Promise<boolean> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    const rows = await loadRows(strapi, workflowConfig(strapi), workflow.contentType, documentId);
    const before = await loadState(strapi, trx, workflow, documentId, rows);
    if (before.state !== old) return false;
    return storeMove(strapi, trx, {
      workflow,
      documentId,
      rows,
      before,
      to,
      transition: 'migrated',
      fields: NO_FIELDS,
      reason: null,
      actor: SYSTEM,
      at: new Date(),
    });
  });
}

/** Documents in a state, by their state row or, without one, by their mirror field. */
async function documentsIn(
  strapi: Core.Strapi,
  workflow: WorkflowDeclaration,
  state: string,
): Promise<string[]> {
  const ids = new Set<string>(
    await strapi.db
      .connection(strapi.db.metadata.get(STATE).tableName)
      .where({ subject_type: workflow.contentType, workflow: workflow.name, state })
      .pluck('subject_id'),
  );
  const mirror = mirrorOf(strapi, workflow);
  if (mirror) {
    const mirrored: string[] = await strapi.db
      .connection(mirror.table)
      .where({ [mirror.column]: state })
      .distinct()
      .pluck('document_id');
    mirrored.forEach((id) => ids.add(id));
  }
  return [...ids];
}

/** The mirror field of a workflow; null where it has none. */
export function mirrorOf(
  strapi: Core.Strapi,
  { contentType, field }: WorkflowDeclaration,
): { table: string; column: string } | null {
  if (field === undefined) return null;
  const { tableName, attributes } = strapi.db.metadata.get(contentType);
  const { columnName } = attributes[field] as { columnName?: string };
  return { table: tableName, column: columnName ?? field };
}

/** States in the database that are not declared. The documents stay readable. */
export async function undeclaredStates(
  strapi: Core.Strapi,
  workflows: readonly WorkflowDeclaration[] = workflowConfig(strapi).workflows,
): Promise<UndeclaredState[]> {
  const found: UndeclaredState[] = [];
  for (const workflow of workflows) {
    const declared = workflow.states.map(({ code }) => code);
    const mirror = mirrorOf(strapi, workflow);
    const counted: { state: string; documents: number | string }[] = mirror
      ? await strapi.db
          .connection(mirror.table)
          .whereNotIn(mirror.column, declared)
          .groupBy(mirror.column)
          .select({ state: mirror.column })
          .countDistinct('document_id as documents')
      : await strapi.db
          .connection(strapi.db.metadata.get(STATE).tableName)
          .where({ subject_type: workflow.contentType, workflow: workflow.name })
          .whereNotIn('state', declared)
          .groupBy('state')
          .select('state')
          .count('id as documents');
    for (const { state, documents } of counted) {
      found.push({
        contentType: workflow.contentType,
        workflow: workflow.name,
        state,
        documents: Number(documents),
      });
    }
  }
  return found;
}
