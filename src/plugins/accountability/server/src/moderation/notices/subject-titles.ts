import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/public-rows';
import { titleField, titleOf } from '../../workflow/titles';
import { uidOf } from '../../workflow/registry';
import { comments } from '../registry';

/** Public titles of commented documents, in a language where available; deleted documents are missing. */
export async function subjectTitles(
  strapi: Core.Strapi,
  documentIds: readonly string[],
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const uid = uidOf(comments(strapi).subject.contentType);
  const title = await titleField(strapi, uid);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale', title],
    where: {
      documentId: { $in: [...documentIds] },
      ...publishedRows(strapi, uid),
    },
  });
  // The requested language comes last and overrides.
  rows.sort((a, b) => Number(a.locale === language) - Number(b.locale === language));
  return new Map(rows.map((row) => [String(row.documentId), titleOf(row[title]) ?? '']));
}
