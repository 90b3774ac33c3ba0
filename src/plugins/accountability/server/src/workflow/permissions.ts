import type { TransitionDeclaration, WorkflowDeclaration } from './definition';

/** The last part of a content type's uid: its own name. */
const typeName = (contentType: string): string => contentType.slice(contentType.lastIndexOf('.') + 1);

/** Controller name of the workflow's moves in the content API. */
export const controllerName = (workflow: WorkflowDeclaration): string =>
  `workflow-${typeName(workflow.contentType)}-${workflow.name}`;

/** The permission of a move, one for the admin's roles and API tokens alike. */
export const permissionOf = (workflow: WorkflowDeclaration, transition: TransitionDeclaration): string =>
  `plugin::accountability.${controllerName(workflow)}.${transition.name}`;
