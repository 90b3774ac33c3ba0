import type { Core, UID } from '@strapi/strapi';

/** A relation through which a document of one type (the parent) owns documents of another (its children). */
export interface ChildRelation {
  /** Content type of the parent, with its attribute that lists the children. */
  parent: string;
  childrenAttribute: string;
  /** Content type of the children, with their attribute that names the parent. */
  child: string;
  parentAttribute: string;
}

interface RelationAttribute {
  type: string;
  relation?: string;
  target?: string;
  mappedBy?: string;
}

/**
 * The relations of a content type whose targets belong to one document only: every `oneToMany` with `mappedBy`,
 * read from the schema, so that a content type added later needs no declaration.
 */
export function childRelations(strapi: Core.Strapi, uid: string): ChildRelation[] {
  const { attributes } = strapi.contentType(uid as UID.ContentType);
  return Object.entries(attributes as Record<string, RelationAttribute>).flatMap(([name, attribute]) =>
    attribute.type === 'relation' && attribute.relation === 'oneToMany' && attribute.mappedBy
      ? [
          {
            parent: uid,
            childrenAttribute: name,
            child: attribute.target!,
            parentAttribute: attribute.mappedBy,
          },
        ]
      : [],
  );
}

/** The inverse relations: every parent a document of this type may have. */
export function parentRelations(strapi: Core.Strapi, uid: string): ChildRelation[] {
  const { attributes } = strapi.contentType(uid as UID.ContentType);
  const targets = Object.values(attributes as Record<string, RelationAttribute>)
    .filter(({ type, relation, target }) => type === 'relation' && relation === 'manyToOne' && target)
    .map(({ target }) => target!);
  return [...new Set(targets)]
    .flatMap((parent) => childRelations(strapi, parent))
    .filter(({ child }) => child === uid);
}
