import type { Core } from '@strapi/strapi';

/** What the rules of children need of their parents. */
export interface Parent {
  readonly name: string;
  readonly code: string | null;
  /** DocumentId of what it belongs to itself. */
  readonly parent: string | null;
  readonly isPublished: boolean;
}

export interface CodedDocument {
  readonly documentId: string;
  readonly code: string | null;
  readonly name: string | null;
  /** DocumentId of what it belongs to. */
  readonly parent: string | null;
  readonly order: number | null;
  readonly isPublished: boolean;
}

interface Row {
  readonly document_id: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly parent_id: string | null;
  readonly order: number | null;
}

/** The documents of a content type with their codes and what they belong to, each once. */
export async function codedDocuments(
  strapi: Core.Strapi,
  uid: string,
  relation: string,
): Promise<CodedDocument[]> {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const { target, joinTable } = attributes[relation] as unknown as {
    target: string;
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  const rows = (await strapi.db
    .connection(`${tableName} as main`)
    .leftJoin(`${joinTable.name} as link`, `link.${joinTable.joinColumn.name}`, 'main.id')
    .leftJoin(
      `${strapi.db.metadata.get(target).tableName} as parent`,
      'parent.id',
      `link.${joinTable.inverseJoinColumn.name}`,
    )
    .whereNull('main.published_at')
    .select('main.document_id', 'main.code', 'main.title', 'main.order', {
      parent_id: 'parent.document_id',
    })) as Row[];
  const published = new Set<string>(
    await strapi.db
      .connection(tableName)
      .whereNotNull('published_at')
      .distinct('document_id')
      .pluck('document_id'),
  );
  const documents = new Map<string, CodedDocument>();
  for (const { document_id: documentId, code, title: name, parent_id: parent, order } of rows) {
    const known = documents.get(documentId);
    documents.set(documentId, {
      documentId,
      code,
      name: name ?? known?.name ?? null,
      parent: parent ?? known?.parent ?? null,
      order,
      isPublished: published.has(documentId),
    });
  }
  return [...documents.values()];
}
