import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { metadataLookup } from '../../datasets/settings';
import { STATE } from '../../workflow/uids';

export interface EditedDocument {
  readonly contentType: string;
  readonly documentId: string;
}

const AT_ONCE = 500;

/** Documents of an import that were edited or moved after a moment, or that others have been linked to since. */
export async function editedSince(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documents: ReadonlyMap<string, readonly { readonly documentId: string; readonly isNew: boolean }[]>,
  since: Date,
): Promise<EditedDocument[]> {
  const found: EditedDocument[] = [];
  const imported = new Set([...documents.values()].flat().map(({ documentId }) => documentId));
  for (const [contentType, all] of documents) {
    const { tableName } = metadataLookup(strapi)(contentType);
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const part = all.slice(start, start + AT_ONCE);
      const ids = part.map(({ documentId }) => documentId);
      const edited: string[] = await trx(tableName)
        .whereIn('document_id', ids)
        .where('updated_at', '>', stored(strapi, since))
        .distinct()
        .pluck('document_id');
      const moved = await moveSince(strapi, trx, contentType, ids, since);
      const fresh = part.filter(({ isNew }) => isNew).map(({ documentId }) => documentId);
      const linked = await linkedFromOutside(strapi, trx, contentType, fresh, imported);
      for (const documentId of new Set([...edited, ...moved, ...linked]))
        found.push({ contentType, documentId });
    }
  }
  return found;
}

/** Documents of an import that were moved after a moment. */
export async function movedSince(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documents: ReadonlyMap<string, readonly { readonly documentId: string }[]>,
  since: Date,
): Promise<EditedDocument[]> {
  const found: EditedDocument[] = [];
  for (const [contentType, all] of documents) {
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const ids = all.slice(start, start + AT_ONCE).map(({ documentId }) => documentId);
      const moved = await moveSince(strapi, trx, contentType, ids, since);
      found.push(...moved.map((documentId) => ({ contentType, documentId })));
    }
  }
  return found;
}

const moveSince = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  documentIds: readonly string[],
  since: Date,
): Promise<string[]> =>
  trx(strapi.db.metadata.get(STATE).tableName)
    .where({ subject_type: contentType })
    .whereIn('subject_id', documentIds)
    .where('moved_at', '>', stored(strapi, since))
    .pluck('subject_id');

/** A moment as its column holds it: SQLite keeps milliseconds. */
export const stored = ({ db }: Core.Strapi, moment: Date): Date | number =>
  db.dialect.client === 'postgres' ? moment : moment.getTime();

/** Of the documents given those that documents of no import lead to. */
async function linkedFromOutside(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  documentIds: readonly string[],
  imported: ReadonlySet<string>,
): Promise<string[]> {
  if (documentIds.length === 0) return [];
  const lookup = metadataLookup(strapi);
  const found: string[] = [];
  for (const uid of Object.keys(strapi.contentTypes)) {
    const attributes = strapi.contentType(uid as UID.ContentType).attributes as Readonly<
      Record<string, { type: string; target?: string; mappedBy?: string }>
    >;
    for (const [name, { type, target, mappedBy }] of Object.entries(attributes)) {
      if (type !== 'relation' || target !== contentType || mappedBy) continue;
      const { tableName, attributes: columns } = lookup(uid);
      const { joinTable } = columns[name] ?? {};
      if (!joinTable) continue;
      const links: { source: string; target: string }[] = await trx(`${joinTable.name} as link`)
        .join(`${tableName} as source`, 'source.id', `link.${joinTable.joinColumn.name}`)
        .join(
          `${lookup(contentType).tableName} as target`,
          'target.id',
          `link.${joinTable.inverseJoinColumn.name}`,
        )
        .whereIn('target.document_id', [...documentIds])
        .distinct({ source: 'source.document_id', target: 'target.document_id' });
      found.push(...links.filter(({ source }) => !imported.has(source)).map((link) => link.target));
    }
  }
  return found;
}
