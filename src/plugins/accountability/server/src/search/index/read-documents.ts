import type { Core } from '@strapi/strapi';
import { modelOf } from '../../datasets/settings';
import { pageValues } from '../../feeds/page-path';
import { uidOf } from '../../workflow/registry';
import type { SearchKind, SearchPlace } from '../declaration';
import { publicWhere } from './public-where';

/** A row of a content type with what was populated. */
export type ContentRow = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly documentId: string;
  readonly locale?: string | null;
};

type Populate = Record<string, unknown>;

export const targetOf = (strapi: Core.Strapi, contentType: string, relation: string): string =>
  modelOf(strapi, contentType)?.attributes[relation]?.target ?? '';

/** Components that texts are in. */
const componentsOf = (paths: readonly string[]): Populate =>
  Object.fromEntries(paths.filter((path) => path.includes('.')).map((path) => [path.split('.')[0], true]));

function placesOf(strapi: Core.Strapi, contentType: string, places: readonly SearchPlace[] = []): Populate {
  return Object.fromEntries(
    places.map(({ relation, texts, places: inner }) => {
      const target = targetOf(strapi, contentType, relation);
      const populate = { ...componentsOf(texts), ...placesOf(strapi, target, inner) };
      return [relation, { where: publicWhere(strapi, target), populate }];
    }),
  );
}

/** Relations whose documents the path of a page needs. */
const pageRelations = (strapi: Core.Strapi, { contentType, page }: SearchKind): Populate =>
  Object.fromEntries(
    pageValues({ page }).flatMap(({ relation }) =>
      relation === null
        ? []
        : [[relation, { where: publicWhere(strapi, targetOf(strapi, contentType, relation)) }]],
    ),
  );

/** The condition on rows of a kind: public, and with the public document they are visible with. */
function whereVisible(
  strapi: Core.Strapi,
  { contentType, visibleWith }: SearchKind,
): Record<string, unknown> {
  const where = publicWhere(strapi, contentType);
  if (visibleWith === undefined) return where;
  return { ...where, [visibleWith]: publicWhere(strapi, targetOf(strapi, contentType, visibleWith)) };
}

/** Those of the documents of a kind below which nothing is hidden by what is above. */
async function notBelowHidden(
  strapi: Core.Strapi,
  kind: SearchKind,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const { contentType, visibleUnder } = kind;
  const shown = new Set(documentIds);
  if (visibleUnder === undefined) return shown;
  // Each document with the one above it that is looked at next.
  let above = new Map(documentIds.map((id) => [id, id]));
  const seen = new Set<string>();
  while (above.size > 0) {
    const wanted = [...new Set(above.values())].filter((id) => !seen.has(id));
    if (wanted.length === 0) break;
    for (const id of wanted) seen.add(id);
    const rows: ContentRow[] = await strapi.db.query(uidOf(contentType)).findMany({
      select: ['documentId'],
      where: { documentId: { $in: wanted }, ...publicWhere(strapi, contentType) },
      populate: { [visibleUnder]: { select: ['documentId'] } },
    });
    const parents = new Map(
      rows.map((row) => [row.documentId, (row[visibleUnder] as ContentRow | null)?.documentId ?? null]),
    );
    const next = new Map<string, string>();
    for (const [id, at] of above) {
      const parent = parents.get(at);
      if (parent === undefined) shown.delete(id);
      else if (parent !== null) next.set(id, parent);
    }
    above = next;
  }
  return shown;
}

/** Those of the documents of a kind that anybody may see. */
export async function visibleDocuments(
  strapi: Core.Strapi,
  kind: SearchKind,
  documentIds: readonly string[],
): Promise<Set<string>> {
  if (documentIds.length === 0) return new Set();
  const rows: ContentRow[] = await strapi.db.query(uidOf(kind.contentType)).findMany({
    select: ['documentId'],
    where: { documentId: { $in: [...documentIds] }, ...whereVisible(strapi, kind) },
  });
  return notBelowHidden(strapi, kind, [...new Set(rows.map(({ documentId }) => documentId))]);
}

/** The public rows of documents of a kind with all that is indexed of them, one per language. */
export async function readDocuments(
  strapi: Core.Strapi,
  kind: SearchKind,
  documentIds: readonly string[],
): Promise<Map<string, ContentRow[]>> {
  const shown = await visibleDocuments(strapi, kind, documentIds);
  const byDocument = new Map<string, ContentRow[]>();
  if (shown.size === 0) return byDocument;
  const { contentType, texts, places, visibleUnder, visibleWith } = kind;
  const above = [visibleUnder, visibleWith].filter((relation) => relation !== undefined);
  const rows: ContentRow[] = await strapi.db.query(uidOf(contentType)).findMany({
    where: { documentId: { $in: [...shown] }, ...publicWhere(strapi, contentType) },
    populate: {
      ...Object.fromEntries(above.map((relation) => [relation, { select: ['documentId'] }])),
      ...pageRelations(strapi, kind),
      ...componentsOf(texts.map(({ path }) => path)),
      ...placesOf(strapi, contentType, places),
    },
  });
  for (const row of rows) byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  return byDocument;
}
