import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { desiredLinks, documentKey, type LinkedRow } from './desired-links';

/** The database layer's metadata of a relation; its own types lack them. */
interface RelationMeta {
  type: string;
  relation: string;
  target: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
    inverseOrderColumnName?: string;
  };
}

export interface DocumentRow {
  id: number;
  locale: string;
}

type Link = Record<string, number | null>;

interface Source {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  uid: string;
  /** The row whose links are the source. */
  written: DocumentRow;
  /** The same document's rows in other locales, of the same status. */
  translations: DocumentRow[];
}

const PAIRS_TO_ONE = new Set(['oneToOne', 'oneToMany']);

const isLocalized = (strapi: Core.Strapi, uid: string): boolean =>
  uid in strapi.contentTypes &&
  strapi
    .plugin('i18n')
    .service('content-types')
    .isLocalizedContentType(strapi.getModel(uid as UID.ContentType));

/** Names of the relations between localized content types that use a link table. */
export function sharedRelations(strapi: Core.Strapi, uid: string): string[] {
  const { attributes } = strapi.db.metadata.get(uid);
  return Object.entries(attributes as unknown as Record<string, RelationMeta>)
    .filter(
      ([, { type, joinTable, target }]) => type === 'relation' && joinTable && isLocalized(strapi, target),
    )
    .map(([name]) => name);
}

/** The link table of a relation: its column for the content type's own row, and the one for the target's. */
export function relationTable(strapi: Core.Strapi, uid: string, name: string) {
  const { joinTable, target } = strapi.db.metadata.get(uid).attributes[name] as unknown as RelationMeta;
  const { name: table, joinColumn, inverseJoinColumn } = joinTable!;
  return { table, target, mine: joinColumn.name, other: inverseJoinColumn.name };
}

async function rowsOf(
  { strapi, trx }: Source,
  target: string,
  where: (query: Knex.QueryBuilder) => void,
): Promise<LinkedRow[]> {
  const rows: { id: number; document_id: string; locale: string | null; published_at: unknown }[] = await trx(
    strapi.db.metadata.get(target).tableName,
  )
    .select('id', 'document_id', 'locale', 'published_at')
    .modify(where);
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    locale: row.locale,
    published: row.published_at !== null,
  }));
}

/** Rewrites the links of the document's translations so that one relation is the same in every locale. */
export async function alignRelation(source: Source, name: string): Promise<void> {
  const { strapi, trx, uid, written, translations } = source;
  const meta = strapi.db.metadata.get(uid).attributes[name] as unknown as RelationMeta;
  const {
    name: table,
    joinColumn,
    inverseJoinColumn,
    orderColumnName,
    inverseOrderColumnName,
  } = meta.joinTable!;
  const [mine, other] = [joinColumn.name, inverseJoinColumn.name];

  const links: Link[] = await trx(table)
    .whereIn(mine, [written.id, ...translations.map(({ id }) => id)])
    .orderBy(orderColumnName ?? 'id');
  if (links.length === 0) return;

  const linked = await rowsOf(source, meta.target, (query) =>
    query.whereIn('id', [...new Set(links.map((link) => link[other]!))]),
  );
  const documentIds = [...new Set(linked.map(({ documentId }) => documentId))];
  const everyLocale = await rowsOf(source, meta.target, (query) => query.whereIn('document_id', documentIds));
  const byId = new Map(linked.map((row) => [row.id, row]));
  const rowsLinkedTo = (id: number): LinkedRow[] =>
    links.filter((link) => link[mine] === id).flatMap((link) => byId.get(link[other]!) ?? []);
  const visible = new Set(everyLocale.filter(({ locale }) => locale === written.locale).map(documentKey));

  const keys = new Map(everyLocale.map((row) => [row.id, documentKey(row)]));
  const writtenLinks = new Map<string, Link>();
  for (const link of links) {
    const target = byId.get(link[other]!);
    if (link[mine] === written.id && target && !writtenLinks.has(documentKey(target)))
      writtenLinks.set(documentKey(target), link);
  }
  const writtenLink = (counterpart: number) => writtenLinks.get(keys.get(counterpart) ?? '');

  for (const translation of translations) {
    const current = rowsLinkedTo(translation.id);
    const counterparts = everyLocale.filter(({ locale }) => locale === translation.locale);
    const translated = new Map(
      links.filter((link) => link[mine] === translation.id).map((link) => [link[other]!, link]),
    );
    const desired = desiredLinks(rowsLinkedTo(written.id), current, counterparts, visible);
    if (desired.join() === current.map(({ id }) => id).join()) continue;

    await trx(table).where(mine, translation.id).delete();
    // The target may belong to one row only, as a milestone to its commitment.
    if (PAIRS_TO_ONE.has(meta.relation)) await trx(table).whereIn(other, desired).delete();
    const rows = desired.map((id, index) => ({
      [mine]: translation.id,
      [other]: id,
      ...(orderColumnName && { [orderColumnName]: index + 1 }),
      ...(inverseOrderColumnName && {
        // An existing link that the written row cannot have keeps its position in the target's list.
        [inverseOrderColumnName]: (writtenLink(id) ?? translated.get(id))?.[inverseOrderColumnName] ?? 1,
      }),
    }));
    if (rows.length > 0) await trx(table).insert(rows);
  }
}
