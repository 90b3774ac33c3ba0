import type { Tracker } from '../tracker';
import type { Site } from './public-walk';

/** Content types with a page for each document, and where those are. */
const PAGES = [
  ['api::commitment.commitment', 'commitments'],
  ['api::partner.partner', 'organisations'],
] as const;

/** What the public addresses of a running tracker are made of: every document there is, drafts as well. */
export async function publicSite({ strapi, url }: Tracker): Promise<Site> {
  const documentIds: Record<string, string[]> = {};
  const types = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  for (const uid of types) {
    const rows: { documentId: string }[] = await strapi.db
      .query(uid as 'api::theme.theme')
      .findMany({ select: ['documentId'] });
    documentIds[uid] = [...new Set(rows.map(({ documentId }) => documentId))];
  }
  const pages: string[] = [];
  for (const [uid, path] of PAGES) {
    // Of drafts as well: their pages must not be there.
    const rows: { slug: string | null }[] = await strapi.db.query(uid).findMany({ select: ['slug'] });
    for (const slug of new Set(rows.map((row) => row.slug))) pages.push(`/${path}/${slug}`);
  }
  const index = (await (await fetch(`${url}/api/open-data`)).json()) as Site['index'];
  return { strapi, documentIds, index, releases: [], pages, uploads: [] };
}
