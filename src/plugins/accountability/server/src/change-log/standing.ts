import type { Core } from '@strapi/strapi';
import { uidOf } from '../workflow/registry';
import { NOWHERE, type Standing } from './kind-of-change';

const AT_ONCE = 500;

/** Whether rows of a content type can be drafts. */
export const hasDrafts = (strapi: Core.Strapi, contentType: string): boolean =>
  strapi.contentType(uidOf(contentType)).options?.draftAndPublish === true;

/** Whether the public can read a row: without drafts it can read each. */
export const isPublicRow = (
  strapi: Core.Strapi,
  contentType: string,
  { publishedAt }: { readonly publishedAt?: unknown },
): boolean => Boolean(publishedAt) || !hasDrafts(strapi, contentType);

/** How documents stand now, each of those asked for. Reads inside the running transaction, if there is one. */
export async function standingsOf(
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[],
): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>(documentIds.map((documentId) => [documentId, NOWHERE]));
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const rows: { id: number; documentId: string; publishedAt: unknown }[] = await strapi.db
      .query(uidOf(contentType))
      .findMany({
        select: ['id', 'documentId', 'publishedAt'],
        where: { documentId: { $in: documentIds.slice(start, start + AT_ONCE) } },
      });
    for (const row of rows) {
      const { rowIds } = standings.get(row.documentId) ?? NOWHERE;
      standings.set(row.documentId, {
        exists: true,
        rowIds: isPublicRow(strapi, contentType, row) ? [...rowIds, row.id] : rowIds,
      });
    }
  }
  return standings;
}
