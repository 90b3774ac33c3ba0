interface Attribute {
  readonly type: string;
  readonly private?: boolean;
}

/** Attributes Strapi's search looks into, whoever asks. */
const SEARCHED = [
  'string',
  'text',
  'richtext',
  'email',
  'uid',
  'enumeration',
  'integer',
  'biginteger',
  'float',
];

/**
 * Whether a search (`_q`) of the content type would find documents by attributes that are private: by guessing, a
 * visitor could read an address letter by letter.
 */
export const searchesHiddenTexts = (attributes: Readonly<Record<string, Attribute>>): boolean =>
  Object.values(attributes).some(({ type, private: isPrivate }) => isPrivate && SEARCHED.includes(type));
