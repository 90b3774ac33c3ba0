import type { Core } from '@strapi/strapi';

/** An attribute of a content type or component, as far as its values can be checked by it. */
export interface ValueAttribute {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly columnType?: unknown;
  readonly component?: string;
  readonly components?: readonly string[];
  readonly repeatable?: boolean;
}

export type ValueAttributes = Readonly<Record<string, ValueAttribute>>;

/** The attributes of a content type or component by its uid; undefined for one there is not. */
export type AttributesOf = (uid: string) => ValueAttributes | undefined;

/** Looks the attributes up in what Strapi has registered. */
export const registeredAttributes =
  (strapi: Core.Strapi): AttributesOf =>
  (uid) => {
    const models = [strapi.contentTypes, strapi.components] as unknown as Readonly<
      Record<string, { attributes: ValueAttributes }>
    >[];
    return models.find((ofKind) => Object.hasOwn(ofKind, uid))?.[uid]?.attributes;
  };
