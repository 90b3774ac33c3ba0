import type { Core } from '@strapi/strapi';

/** The part of an attribute that validating its values needs. */
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

/** The attributes of a content type or component by its uid; undefined for an unknown one. */
export type AttributesOf = (uid: string) => ValueAttributes | undefined;

/** Looks the attributes up in Strapi's registries. */
export const registeredAttributes =
  (strapi: Core.Strapi): AttributesOf =>
  (uid) => {
    const models = [strapi.contentTypes, strapi.components] as unknown as Readonly<
      Record<string, { attributes: ValueAttributes }>
    >[];
    return models.find((ofKind) => Object.hasOwn(ofKind, uid))?.[uid]?.attributes;
  };
