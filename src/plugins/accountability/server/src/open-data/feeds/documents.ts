import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../../change-log/standing';
import { uidOf } from '../../workflow/registry';
import type { FeedDocument } from './config';
import { pageAttributes } from './model-check';

/** A row of a document: its language, and the attributes its title and page are made of. */
export type DocumentRow = Readonly<Record<string, unknown>> & {
  readonly documentId: string;
  readonly locale: string | null;
};

/** What a document is called and where it is read, in a language. */
export interface ShownDocument {
  readonly title: string;
  readonly href: string;
  /** Media type of what stands there; none for a page. */
  readonly type?: string;
}

/** Attributes to read of a document so that it can be shown. */
export const shownAttributes = ({ title, page = '' }: FeedDocument): string[] => [
  ...new Set(['documentId', 'locale', title, ...pageAttributes(page)]),
];

/** The row that speaks in a language: its own, else that of the first of the site's languages which has one. */
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
 * @param site address of the site, without a slash at its end
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
  const title = String(row[document.title] ?? documentId);
  if (document.page) {
    const values: Record<string, unknown> = { ...row, documentId, locale };
    const path = document.page.replace(/\{(\w+)\}/g, (_placeholder, name: string) =>
      encodeURIComponent(String(values[name] ?? '')),
    );
    return { title, href: `${site}${path}` };
  }
  const { pluralName } = strapi.contentType(uidOf(document.contentType)).info;
  // A document without a translation is read in the language it has.
  const language = row.locale ? `?locale=${row.locale}` : '';
  return { title, href: `${api}/${pluralName}/${documentId}${language}`, type: 'application/json' };
}

/** The public rows of documents, by document. */
export async function publicRowsOf(
  strapi: Core.Strapi,
  document: FeedDocument,
  documentIds: readonly string[],
): Promise<Map<string, DocumentRow[]>> {
  const rows: DocumentRow[] = await strapi.db.query(uidOf(document.contentType)).findMany({
    select: shownAttributes(document),
    where: {
      documentId: { $in: documentIds },
      ...(hasDrafts(strapi, document.contentType) && { publishedAt: { $notNull: true } }),
    },
  });
  const byDocument = new Map<string, DocumentRow[]>();
  for (const row of rows) byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  return byDocument;
}
