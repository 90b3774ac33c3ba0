import type { Core, UID } from '@strapi/strapi';
import { parsedOnce } from '../parsed-once';
import { parseWorkflowConfig, type WorkflowConfig } from './config';
import { WorkflowError } from './errors';
import type { TransitionDeclaration, WorkflowDeclaration } from './definition';

/** The same as `parseWorkflowConfig`, once for each configuration. */
export const parsedWorkflowConfig = parsedOnce(parseWorkflowConfig);

/** The application's workflows and guards, as validated at the start. */
export const workflowConfig = (strapi: Core.Strapi): WorkflowConfig =>
  parsedWorkflowConfig(strapi.config.get<object>('plugin::accountability'));

/** The workflows of a content type; none is not an error. */
export const workflowsOf = ({ workflows }: WorkflowConfig, contentType: string): WorkflowDeclaration[] =>
  workflows.filter((workflow) => workflow.contentType === contentType);

/** @throws WorkflowError 404 that lists the alternatives */
export function findWorkflow(config: WorkflowConfig, contentType: string, name: string): WorkflowDeclaration {
  const candidates = workflowsOf(config, contentType);
  if (candidates.length === 0) {
    throw new WorkflowError({ status: 404, code: 'UNKNOWN_CONTENT_TYPE', values: { contentType } });
  }
  const workflow = candidates.find((candidate) => candidate.name === name);
  if (workflow) return workflow;
  const names = candidates.map((candidate) => candidate.name);
  throw new WorkflowError({
    status: 404,
    code: 'UNKNOWN_WORKFLOW',
    values: { contentType, workflow: name, known: names.join(', ') },
    details: { known: names },
  });
}

/** @throws WorkflowError 404 that lists the alternatives */
export function findTransition(workflow: WorkflowDeclaration, name: string): TransitionDeclaration {
  const transition = workflow.transitions.find((candidate) => candidate.name === name);
  if (transition) return transition;
  const names = workflow.transitions.map((candidate) => candidate.name);
  throw new WorkflowError({
    status: 404,
    code: 'UNKNOWN_TRANSITION',
    values: { workflow: workflow.name, transition: name, known: names.join(', ') },
    details: { known: names },
  });
}

/** Attributes that only moves write, by the workflow that writes them: the mirrors and the owned fields. */
export function ownedAttributes(workflows: readonly WorkflowDeclaration[]): Map<string, WorkflowDeclaration> {
  const owned = new Map<string, WorkflowDeclaration>();
  for (const workflow of workflows) {
    if (workflow.field) owned.set(workflow.field, workflow);
    for (const { fields = [] } of workflow.transitions) {
      for (const field of fields) if (field.owned) owned.set(field.attribute, workflow);
    }
  }
  return owned;
}

/** A content type's uid in Strapi's own type: workflows have it as text. */
export const uidOf = (contentType: string): UID.ContentType => contentType as UID.ContentType;
