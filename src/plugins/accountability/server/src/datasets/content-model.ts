/** The part of an attribute the check reads; Strapi's schemas satisfy it. */
export interface ModelAttribute {
  readonly type: string;
  readonly private?: boolean;
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly relation?: string;
  readonly target?: string;
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

/** The part of a content type or component the check reads. */
export interface Model {
  readonly attributes: Readonly<Record<string, ModelAttribute>>;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export type ModelLookup = (uid: string) => Model | undefined;

export const TO_MANY = ['oneToMany', 'manyToMany'];

export const isLocalizedModel = (model: Model): boolean => model.pluginOptions?.i18n?.localized === true;

/** Whether the attribute is localized. */
export const isLocalizedAttribute = (model: Model, name: string): boolean =>
  isLocalizedModel(model) && model.attributes[name]?.pluginOptions?.i18n?.localized === true;

/** Whether a column whose source starts at the attribute is a list. */
export const isListAttribute = (attribute: ModelAttribute | undefined): boolean =>
  attribute?.type === 'component'
    ? attribute.repeatable === true
    : attribute?.type === 'relation' && TO_MANY.includes(attribute.relation ?? '');
