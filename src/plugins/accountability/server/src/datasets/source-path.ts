/** Attributes Strapi gives every document without listing them in a schema. */
export const DOCUMENT_ATTRIBUTES = {
  documentId: 'string',
  createdAt: 'datetime',
  updatedAt: 'datetime',
  publishedAt: 'datetime',
} as const;

export type DocumentAttribute = keyof typeof DOCUMENT_ATTRIBUTES;

export const isDocumentAttribute = (name: string): name is DocumentAttribute =>
  Object.hasOwn(DOCUMENT_ATTRIBUTES, name);

export interface SourcePath {
  /** Attribute of the dataset's content type. */
  readonly attribute: string;
  /** Attributes of the component or related type; empty for an attribute of the type itself. */
  readonly parts: readonly string[];
}

const PATH = /^([A-Za-z]\w*)(?:\.([A-Za-z]\w*(?::[A-Za-z]\w*)*))?$/;

/** Parses a column's source path (grammar: `ColumnDeclaration.source`); null when it is invalid. */
export function parseSourcePath(source: string): SourcePath | null {
  const match = PATH.exec(source);
  if (!match?.[1]) return null;
  return { attribute: match[1], parts: match[2]?.split(':') ?? [] };
}
