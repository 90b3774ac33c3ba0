import type { Core, UID } from '@strapi/strapi';
import { findWorkflow, uidOf, workflowConfig } from '../workflow/registry';
import { parseCommentsConfig } from './config';
import { checkCommentsModels, type CommentsModel } from './model-check';
import type { WorkflowDeclaration } from '../workflow/definition';
import { subjectIn } from './default-subject';
import type { CommentsSettings } from './definition';

const known = new WeakMap<Core.Strapi, CommentsSettings | null>();

const modelOf = (strapi: Core.Strapi, uid: string): CommentsModel | undefined =>
  strapi.contentType(uid as UID.ContentType) as unknown as CommentsModel | undefined;

/**
 * The application's declaration of comments with its defaults, null where it has none.
 * @throws Error that says what to declare, where a default is ambiguous
 */
export function declaredComments(strapi: Core.Strapi): CommentsSettings | null {
  let declaration = known.get(strapi);
  if (declaration === undefined) {
    const parsed = parseCommentsConfig(strapi.config.get('plugin::accountability'));
    declaration = parsed && {
      ...parsed,
      subject: parsed.subject ?? subjectIn(parsed, (uid) => modelOf(strapi, uid)),
    };
    known.set(strapi, declaration);
  }
  return declaration;
}

/**
 * The same where there must be one: the routes exist only then.
 * @throws Error
 */
export function comments(strapi: Core.Strapi): CommentsSettings {
  const declaration = declaredComments(strapi);
  if (!declaration) throw new Error('No comments are declared');
  return declaration;
}

/** @throws Error that lists every problem; it stops the start */
export function checkDeclaredComments(strapi: Core.Strapi): void {
  const declaration = declaredComments(strapi);
  if (!declaration) return;
  checkCommentsModels(declaration, (uid) => modelOf(strapi, uid), workflowConfig(strapi).workflows);
}

/** Table and columns of the comments, and the column of their state. */
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

/** The workflow of comments; its existence was checked at the start. */
export function commentsWorkflow(strapi: Core.Strapi): WorkflowDeclaration {
  const { contentType, workflow } = comments(strapi);
  return findWorkflow(workflowConfig(strapi), contentType, workflow.name);
}

/** Agencies of official answers. */
export interface AgencySettings {
  /** The relation of comments to them. */
  readonly relation: string;
  /** The attribute with their name. */
  readonly name: string;
  /** Uid of their content type. */
  readonly contentType: string;
}

/** The declared agencies, null where the site declares none. */
export function agencySettings(strapi: Core.Strapi): AgencySettings | null {
  const { contentType, agency } = comments(strapi);
  if (!agency) return null;
  const { attributes } = strapi.contentType(uidOf(contentType));
  const { target } = attributes[agency.relation] as { target: string };
  return { ...agency, contentType: target };
}
