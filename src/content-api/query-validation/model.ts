/** Target of a name in a query: a value of one type, or the attributes of another schema. */
export type Named =
  | { readonly kind: 'value'; readonly type: string }
  | { readonly kind: 'group'; readonly target: string; readonly isComponent: boolean };

/** Content types and components by name; null for a name Strapi rejects itself. */
export type NamedIn = (uid: string, name: string) => Named | null;

interface SchemaAttribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
}

export interface Schema {
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
}

const FILE = 'plugin::upload.file';

/**
 * The names from Strapi's schemas.
 * @param schemaOf schema by uid, undefined where there is none
 */
export const namesIn =
  (schemaOf: (uid: string) => Schema | undefined): NamedIn =>
  (uid, name) => {
    if (name === 'id') return { kind: 'value', type: 'integer' };
    // In no schema; components, which lack them, are handled before.
    if (name === 'documentId') return { kind: 'value', type: 'string' };
    const attributes = schemaOf(uid)?.attributes ?? {};
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (!attribute) return null;
    const { type, target, component } = attribute;
    if (type === 'component' && component) return { kind: 'group', target: component, isComponent: true };
    if (type === 'media') return { kind: 'group', target: FILE, isComponent: false };
    if (type === 'relation') return target ? { kind: 'group', target, isComponent: false } : null;
    return { kind: 'value', type };
  };
