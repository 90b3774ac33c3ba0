import type { Core } from '@strapi/strapi';
import { hasDrafts, publishedRows } from '../change-log/public-rows';
import { plainTitle } from '../markup/plain-title';
import { uidOf } from '../workflow/registry';
import type { FeedDocument } from './config';
import { keyOf, pagePath, pageValues, valueNamed, type PageValue } from './page-path';

/**
 * A row of a document: its language, and the values of its title and page; those of related documents by key, such
 * as `book__slug`.
 */
export type DocumentRow = Readonly<Record<string, unknown>> & {
  readonly documentId: string;
  readonly locale: string | null;
};

/** Title and page of a document, in a language. */
export interface ShownDocument {
  readonly title: string;
  readonly href: string;
  /** Media type of the page. */
  readonly type: string;
}

/** The values of a document's title and page. */
const valuesOf = (document: FeedDocument): PageValue[] => [
  ...(document.title === '' ? [] : [valueNamed(document.title)]),
  ...pageValues(document),
];

/** Attributes needed to link to a document. */
export const shownAttributes = (document: FeedDocument): string[] => [
  ...new Set([
    'documentId',
    'locale',
    ...valuesOf(document).flatMap(({ relation, attribute }) => (relation === null ? [attribute] : [])),
  ]),
];

/** What to read of related documents, each value once. */
export const relatedValues = (document: FeedDocument): (PageValue & { relation: string })[] => {
  const values = valuesOf(document);
  return values
    .filter(({ key }, index) => values.findIndex((other) => other.key === key) === index)
    .flatMap((value) => (value.relation === null ? [] : [{ ...value, relation: value.relation }]));
};

/** Title of a document as other texts show it; empty without one. */
export const titleOfRow = (document: FeedDocument, row: DocumentRow): string =>
  plainTitle(String(row[keyOf(document.title)] ?? ''));

/** The row for a language: its own, else that of the first of the site's languages which has one. */
export function rowFor<Row extends { readonly locale: string | null }>(
  rows: readonly Row[],
  locale: string,
  languages: readonly string[],
): Row | undefined {
  const rank = (row: Row) =>
    row.locale === locale ? -1 : languages.indexOf(row.locale ?? '') + 1 || languages.length + 1;
  return [...rows].sort((one, other) => rank(one) - rank(other))[0];
}

/**
 * A row as feeds show it.
 * @param site address of the site, without a trailing slash
 * @param api address of the content API
 */
export function shownDocument(
  strapi: Core.Strapi,
  document: FeedDocument,
  row: DocumentRow,
  locale: string,
  { site, api }: { readonly site: string; readonly api: string },
): ShownDocument {
  const { documentId } = row;
  const title = titleOfRow(document, row) || documentId;
  const page = document.page?.[locale];
  const path = page === undefined ? null : pagePath(page, row);
  if (path !== null) return { title, href: `${site}${path}`, type: 'text/html' };
  const { pluralName } = strapi.contentType(uidOf(document.contentType)).info;
  // A document without a translation is linked in the language it has.
  const language = row.locale ? `?locale=${row.locale}` : '';
  return { title, href: `${api}/${pluralName}/${documentId}${language}`, type: 'application/json' };
}

/** Related rows to read: what has no drafts itself refers to drafts as well. */
function publishedOnly(strapi: Core.Strapi, contentType: string, relation: string) {
  const { target } = strapi.contentType(uidOf(contentType)).attributes[relation] as { target?: string };
  return target !== undefined && hasDrafts(strapi, target)
    ? { where: { publishedAt: { $notNull: true } } }
    : true;
}

/** The public rows of documents, by document. */
export async function publicRowsOf(
  strapi: Core.Strapi,
  document: FeedDocument,
  documentIds: readonly string[],
): Promise<Map<string, DocumentRow[]>> {
  const related = relatedValues(document);
  const rows: DocumentRow[] = await strapi.db.query(uidOf(document.contentType)).findMany({
    select: shownAttributes(document),
    populate: Object.fromEntries(
      related.map(({ relation }) => [relation, publishedOnly(strapi, document.contentType, relation)]),
    ),
    where: {
      documentId: { $in: documentIds },
      ...publishedRows(strapi, document.contentType),
    },
  });
  const byDocument = new Map<string, DocumentRow[]>();
  for (const row of rows) {
    const values = related.map(({ relation, attribute, key }) => {
      const other = row[relation] as Record<string, unknown> | null;
      return [key, other?.publishedAt === null ? null : other?.[attribute]];
    });
    const whole = { ...row, ...(Object.fromEntries(values) as object) };
    byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), whole]);
  }
  return byDocument;
}
