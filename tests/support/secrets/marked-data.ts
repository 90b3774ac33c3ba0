import type { Core, UID } from '@strapi/strapi';

type MarkerFactory = (place: string) => string;

interface Attribute {
  readonly type: string;
  readonly private?: boolean;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly relation?: string;
  readonly target?: string;
  readonly mappedBy?: string;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

/** Attributes of a content type or component. */
export const attributesOf = (strapi: Core.Strapi, uid: string): [string, Attribute][] =>
  Object.entries(strapi.getModel(uid as UID.Schema).attributes as unknown as Record<string, Attribute>);

const isLocalized = ({ pluginOptions }: Attribute): boolean => pluginOptions?.i18n?.localized === true;
const ADDRESS = /url$|^uri$|^website$/i;

function textOf(name: string, { type }: Attribute, mark: string): string {
  if (type === 'email') return `${mark}@example.org`;
  return ADDRESS.test(name) ? `https://${mark}.example/` : mark;
}

/** What the words of a document are. */
export interface Wanted {
  readonly strapi: Core.Strapi;
  /** Of what anybody may read once it is published. */
  readonly open: MarkerFactory;
  /** Of private attributes, whatever becomes of the document. */
  readonly secret: MarkerFactory;
  /** Begins the names of places: `milestone draft`. */
  readonly place: string;
  readonly without?: readonly string[];
}

/**
 * Data with a word of its own in every text there is, found in the schema: an attribute that is added to a content
 * type is marked too.
 * @param only `localized` for what one more language adds
 */
export function markedData(
  uid: string,
  wanted: Wanted,
  only: 'all' | 'localized' = 'all',
): Record<string, unknown> {
  const { strapi, open, secret, place, without = [] } = wanted;
  const data: Record<string, unknown> = {};
  for (const [name, attribute] of attributesOf(strapi, uid)) {
    const { type, component } = attribute;
    if (name === 'locale' || without.includes(name) || (only === 'localized' && !isLocalized(attribute)))
      continue;
    const at = `${place}.${name}`;
    if (['string', 'text', 'richtext', 'email'].includes(type)) {
      data[name] = textOf(name, attribute, (attribute.private ? secret : open)(at));
    } else if (type === 'component' && component) {
      const item = markedData(component, { ...wanted, place: at, without: [] });
      data[name] = attribute.repeatable ? [item] : item;
    } else if (type === 'enumeration' && attribute.required && attribute.default === undefined) {
      data[name] = attribute.enum?.[0];
    }
  }
  return data;
}

/** Relations to content types of the application that the type itself holds, without those between languages. */
export const ownRelations = (strapi: Core.Strapi, uid: string) =>
  attributesOf(strapi, uid).flatMap(([name, { type, target, relation, mappedBy }]) =>
    type === 'relation' && target?.startsWith('api::') && !mappedBy && name !== 'localizations'
      ? [{ name, target, isList: relation?.endsWith('Many') === true }]
      : [],
  );
