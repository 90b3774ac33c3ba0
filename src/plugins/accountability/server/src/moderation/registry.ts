import type { Core } from '@strapi/strapi';
import { findWorkflow, uidOf, workflowConfig } from '../workflow/registry';
import { parseCommentsConfig } from './config';
import { checkCommentsModels, type CommentsModel } from './model-check';
import type { WorkflowDeclaration } from '../workflow/definition';
import type { CommentsDeclaration } from './definition';

const known = new WeakMap<Core.Strapi, CommentsDeclaration | null>();

/** The application's declaration of comments, null where it has none. */
export function declaredComments(strapi: Core.Strapi): CommentsDeclaration | null {
  let declaration = known.get(strapi);
  if (declaration === undefined) {
    declaration = parseCommentsConfig(strapi.config.get('plugin::accountability'));
    known.set(strapi, declaration);
  }
  return declaration;
}

/** The same where there must be one: its addresses exist only then. @throws Error */
export function comments(strapi: Core.Strapi): CommentsDeclaration {
  const declaration = declaredComments(strapi);
  if (!declaration) throw new Error('No comments are declared');
  return declaration;
}

/** @throws Error that lists what to mend; it stops the start */
export function checkDeclaredComments(strapi: Core.Strapi): void {
  const declaration = declaredComments(strapi);
  if (!declaration) return;
  const models = strapi.contentTypes as Readonly<Record<string, unknown>>;
  checkCommentsModels(
    declaration,
    (uid) => models[uid] as CommentsModel | undefined,
    workflowConfig(strapi).workflows,
  );
}

/** Table and columns of the comments, and the column that shows where one stands. */
export function commentTable(strapi: Core.Strapi): {
  readonly table: string;
  readonly column: (attribute: string) => string;
  readonly state: string;
} {
  const { contentType } = comments(strapi);
  const { tableName, attributes } = strapi.db.metadata.get(uidOf(contentType));
  const columns = attributes as Readonly<Record<string, { columnName?: string }>>;
  const column = (attribute: string): string => columns[attribute]?.columnName ?? attribute;
  return { table: tableName, column, state: column(commentsWorkflow(strapi).field ?? '') };
}

/** The workflow comments go through; the start has made sure that there is one. */
export function commentsWorkflow(strapi: Core.Strapi): WorkflowDeclaration {
  const { contentType, workflow } = comments(strapi);
  return findWorkflow(workflowConfig(strapi), contentType, workflow.name);
}

/** Uid of the content type of agencies. */
export function agencyType(strapi: Core.Strapi): string {
  const { contentType, agency } = comments(strapi);
  const { attributes } = strapi.contentType(uidOf(contentType));
  return String((attributes[agency.relation] as { target?: string } | undefined)?.target);
}
