import { FALLBACK_LANGUAGE, textIn } from '../languages/localized-text';
import type { TransitionDeclaration, WorkflowDeclaration } from './definition';

/** The last part of a content type's uid: its own name. */
const typeName = (contentType: string): string => contentType.slice(contentType.lastIndexOf('.') + 1);

/** Controller name of the workflow's moves in the content API. */
export const controllerName = (workflow: WorkflowDeclaration): string =>
  `workflow-${typeName(workflow.contentType)}-${workflow.name}`;

/** The permission of a move, one for the admin's roles and API tokens alike. */
export const permissionOf = (workflow: WorkflowDeclaration, transition: TransitionDeclaration): string =>
  `plugin::accountability.${controllerName(workflow)}.${transition.name}`;

/**
 * What an administrator can give to roles, one action per move, as Strapi registers it. Strapi keeps one text for all
 * languages: English, else its fallback language.
 * @param typeLabel what Strapi calls the content type
 */
export const moveActions = (workflow: WorkflowDeclaration, typeLabel: string) =>
  workflow.transitions.map((transition) => ({
    section: 'plugins',
    pluginName: 'accountability',
    uid: permissionOf(workflow, transition).slice('plugin::accountability.'.length),
    displayName: textIn(transition.labels, FALLBACK_LANGUAGE),
    subCategory: `${typeLabel}: ${textIn(workflow.labels, FALLBACK_LANGUAGE)}`,
  }));
