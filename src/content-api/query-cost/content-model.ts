/**
 * What the cost of a query depends on: whether an attribute is a column of the document's own row, and its target.
 */
export type AttributeKind =
  | { readonly kind: 'scalar' }
  | { readonly kind: 'media' }
  /** `isList`: a to-many relation, so that joining it multiplies rows. */
  | { readonly kind: 'relation'; readonly target: string; readonly isList: boolean }
  | { readonly kind: 'component'; readonly target: string; readonly isList: boolean };

/** Attributes of the content types and components by their uid. Null for an unknown uid or attribute. */
export interface ContentModel {
  attribute(uid: string, name: string): AttributeKind | null;
  attributeNames(uid: string): readonly string[];
}

interface SchemaAttribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly component?: string;
  readonly repeatable?: boolean;
}

interface Schema {
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
}

function kindOf({ type, relation, target, component, repeatable }: SchemaAttribute): AttributeKind {
  if (type === 'relation' && target) {
    return { kind: 'relation', target, isList: /ToMany$/.test(relation ?? '') };
  }
  if (type === 'component' && component) {
    return { kind: 'component', target: component, isList: Boolean(repeatable) };
  }
  if (type === 'media') return { kind: 'media' };
  return { kind: 'scalar' };
}

/**
 * The content model from Strapi's schemas.
 * @param schemaOf schema by uid, undefined where there is none
 */
export function contentModel(schemaOf: (uid: string) => Schema | undefined): ContentModel {
  return {
    attribute(uid, name) {
      const attributes = schemaOf(uid)?.attributes;
      return attributes && Object.hasOwn(attributes, name) ? kindOf(attributes[name]!) : null;
    },
    attributeNames: (uid) => Object.keys(schemaOf(uid)?.attributes ?? {}),
  };
}
