import type { Core, Schema } from '@strapi/strapi';
import { strings } from '@strapi/utils';
import { findWorkflow, uidOf, workflowConfig } from '../workflow/registry';
import { COMMENT_ATTRIBUTES, PARENT } from './attributes';
import { declaredComments } from './registry';

/** An index of a content type's table; Strapi's own types lack it. */
interface Index {
  readonly name: string;
  readonly columns: readonly string[];
}

interface Extended {
  readonly collectionName?: string;
  readonly attributes: Record<string, Schema.Attribute.AnyAttribute>;
  indexes?: readonly Index[];
}

/**
 * Adds the missing attributes and indexes to the content type of comments; those the application declares itself
 * are kept. Runs while plugins register, before Strapi compares the content types with the tables.
 */
export function addCommentAttributes(strapi: Core.Strapi): void {
  const declaration = declaredComments(strapi);
  if (!declaration || !strapi.contentTypes[uidOf(declaration.contentType)]) return;
  strapi.get('content-types').extend(declaration.contentType, (found: Schema.ContentType) => {
    const type = found as unknown as Extended;
    for (const [name, attribute] of Object.entries(commentAttributes(declaration.contentType))) {
      type.attributes[name] ??= attribute;
    }
    const indexes = type.indexes ?? [];
    const known = new Set(indexes.map(({ name }) => name));
    type.indexes = [
      ...indexes,
      ...indexesOf(strapi, type.collectionName ?? '').filter(({ name }) => !known.has(name)),
    ];
  });
}

/** The attributes the plugin gives the content type of comments. */
export const commentAttributes = (contentType: string): Record<string, Schema.Attribute.AnyAttribute> => ({
  ...structuredClone(COMMENT_ATTRIBUTES),
  [PARENT]: { type: 'relation', relation: 'manyToOne', target: uidOf(contentType) },
});

/** Strapi's column name of an attribute. */
const snakeCase = (attribute: string): string => strings.toKebabCase(attribute).replaceAll('-', '_');

/** Columns by which the queue, a thread, the screening and the erasure of an author find comments. */
function indexesOf(strapi: Core.Strapi, collection: string): Index[] {
  const { contentType, workflow } = declaredComments(strapi)!;
  const { identifiers } = strapi.db.metadata;
  const index = (purpose: string, ...attributes: string[]): Index => ({
    name: `${collection}_${purpose}_ix`,
    columns: attributes.map((attribute) => identifiers.getColumnName(snakeCase(attribute))),
  });
  const state = findWorkflow(workflowConfig(strapi), contentType, workflow.name).field;
  return [
    ...(state ? [index('queue', state, 'id')] : []),
    ...(state ? [index('thread', 'subjectId', 'parentId', state, 'createdAt', 'id')] : []),
    index('recent', 'subjectId', 'createdAt'),
    index('fingerprint', 'textFingerprint', 'createdAt'),
    index('document_id', 'documentId'),
    index('author', 'authorEmail', 'id'),
    index('reported', 'openReports'),
  ];
}
