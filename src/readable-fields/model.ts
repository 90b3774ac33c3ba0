/** An attribute with a target: a relation or media with a content type, a component with its fields. */
export interface Step {
  readonly kind: 'relation' | 'component';
  /** Uid of the content type or component; null where it depends on the document. */
  readonly target: string | null;
}

/** The required metadata of content types and components. */
export interface FieldModel {
  /** Null for a scalar attribute and for unknown names. */
  step(uid: string, name: string): Step | null;
  has(uid: string, name: string): boolean;
}

/** The relevant part of an attribute's schema. */
export interface SchemaAttribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
}

const FILES = 'plugin::upload.file';

/**
 * The model from Strapi's schemas.
 * @param attributesOf attributes by uid, undefined where there are none
 */
export const fieldModel = (
  attributesOf: (uid: string) => Readonly<Record<string, SchemaAttribute>> | undefined,
): FieldModel => ({
  step(uid, name) {
    const attributes = attributesOf(uid);
    const attribute = attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute?.type === 'relation') return { kind: 'relation', target: attribute.target ?? null };
    if (attribute?.type === 'media') return { kind: 'relation', target: FILES };
    if (attribute?.type === 'component') return { kind: 'component', target: attribute.component ?? null };
    if (attribute?.type === 'dynamiczone') return { kind: 'component', target: null };
    return null;
  },
  has: (uid, name) => Object.hasOwn(attributesOf(uid) ?? {}, name),
});
