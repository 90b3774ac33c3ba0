/** What the reader takes from Strapi's database metadata: table and column names as they are in the database. */
export interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly on?: Readonly<Record<string, unknown>>;
  readonly orderColumnName?: string;
}

export interface AttributeMetadata {
  readonly type: string;
  readonly columnName?: string;
  readonly relation?: string;
  readonly target?: string;
  readonly joinTable?: JoinTable;
}

export interface TableMetadata {
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, AttributeMetadata>>;
}

/** A content type or component as the reader needs it. */
export interface ModelMetadata extends TableMetadata {
  readonly localized: boolean;
  readonly draftAndPublish: boolean;
}

export type MetadataLookup = (uid: string) => ModelMetadata;

/** Physical column of an attribute. @throws Error when the attribute has none. */
export function columnOf(model: TableMetadata, attribute: string): string {
  const column = model.attributes[attribute]?.columnName;
  if (!column) throw new Error(`Table "${model.tableName}" has no column for attribute "${attribute}"`);
  return column;
}
