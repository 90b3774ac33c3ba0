import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/public-rows';
import { titleField, titleOf } from '../../workflow/titles';
import { uidOf } from '../../workflow/registry';
import { comments } from '../registry';

/**
 * Public titles of commented documents in each of the languages, in any other where that has none; deleted documents
 * are missing.
 */
export async function subjectTitles(
  strapi: Core.Strapi,
  documentIds: readonly string[],
  languages: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const uid = uidOf(comments(strapi).subject.contentType);
  const title = await titleField(strapi, uid);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale', title],
    where: {
      documentId: { $in: [...documentIds] },
      ...publishedRows(strapi, uid),
    },
  });
  const ids = [...new Set(rows.map(({ documentId }) => String(documentId)))];
  return new Map(
    ids.map((id) => {
      const own = rows.filter(({ documentId }) => documentId === id);
      const titleIn = (language: string) => own.find(({ locale }) => locale === language) ?? own.at(-1);
      return [id, Object.fromEntries(languages.map((one) => [one, titleOf(titleIn(one)?.[title]) ?? '']))];
    }),
  );
}
