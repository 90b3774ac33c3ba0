import type { Core, UID } from '@strapi/strapi';
import { tokenActions } from '../http/token-actions';
import { workflowError } from './config';
import { fillHistoryIds } from './fill-history-ids';
import { modelProblems, type WorkflowModel } from './model-check';
import { clearOriginsOfRecords } from './recorded';
import { migrateStates, undeclaredStates } from './migrate';
import { controllerName, moveActions } from './permissions';
import { workflowConfig } from './registry';
import { watchDeletions } from './deleted-documents';
import { guardRows } from './row-guard';
import { workflowWriteGuard } from './write-guard';
import { overdueParameter } from './overdue-parameter';
import { TRANSITION_EVENT } from './events';

/**
 * Checks the declared workflows against the content types and registers the write guard.
 * @throws Error that lists every problem; it stops the start
 */
export function registerWorkflows(strapi: Core.Strapi): void {
  const config = workflowConfig(strapi);
  const models = strapi.contentTypes as Readonly<Record<string, unknown>>;
  const problems = modelProblems(config.workflows, (uid) => models[uid] as WorkflowModel | undefined);
  if (problems.length > 0) throw workflowError(problems);
  strapi.documents.use(workflowWriteGuard(strapi));
  strapi.get('webhookStore').addAllowedEvent('TRANSITION', TRANSITION_EVENT);
  registerTokenPermissions(strapi);
  strapi.server.use(overdueParameter(strapi));
}

/** Moves appear among the permissions of API tokens as actions of a controller of their workflow. */
function registerTokenPermissions(strapi: Core.Strapi): void {
  for (const workflow of workflowConfig(strapi).workflows) {
    const actions = tokenActions(workflow.transitions.map(({ name }) => name));
    strapi.get('controllers').set(`plugin::accountability.${controllerName(workflow)}`, actions);
  }
}

/** Registers one permission per move for the admin's roles, and guards the rows below the document service. */
export async function bootstrapWorkflows(strapi: Core.Strapi): Promise<void> {
  await fillHistoryIds(strapi);
  await clearOriginsOfRecords(strapi);
  guardRows(strapi);
  watchDeletions(strapi);
  const actions = workflowConfig(strapi).workflows.flatMap((workflow) =>
    moveActions(workflow, strapi.contentType(workflow.contentType as UID.ContentType).info.displayName),
  );
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
  const moved = await migrateStates(strapi);
  if (moved > 0) strapi.log.info(`Moved ${moved} documents out of states of an earlier release`);
  for (const { contentType, workflow, state, documents } of await undeclaredStates(strapi)) {
    strapi.log.warn(
      `${documents} documents of "${contentType}" are in the state "${state}", which workflow "${workflow}" ` +
        'does not declare; they stay readable. Declare the state, or a migration for it.',
    );
  }
}
