/** What the check reads of an attribute; Strapi's schemas satisfy it. */
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

/** What the check reads of a content type or component. */
export interface Model {
  readonly attributes: Readonly<Record<string, ModelAttribute>>;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export type ModelLookup = (uid: string) => Model | undefined;

export const TO_MANY = ['oneToMany', 'manyToMany'];

export const isLocalizedModel = (model: Model): boolean => model.pluginOptions?.i18n?.localized === true;

/** Whether each language has its own value of the attribute. */
export const isLocalizedAttribute = (model: Model, name: string): boolean =>
  isLocalizedModel(model) && model.attributes[name]?.pluginOptions?.i18n?.localized === true;

/** Whether a column whose source starts at the attribute holds a list of values. */
export const isListAttribute = (attribute: ModelAttribute | undefined): boolean =>
  attribute?.type === 'component'
    ? attribute.repeatable === true
    : attribute?.type === 'relation' && TO_MANY.includes(attribute.relation ?? '');
