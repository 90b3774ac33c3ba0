import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/public-rows';
import { titleField, titleOf } from '../../workflow/titles';
import { uidOf } from '../../workflow/registry';
import { agencySettings, comments } from '../registry';
import type { QueueChoice } from '../../../../shared/moderation-contract';

const SHOWN = 20;

interface Wanted {
  readonly contentType: string;
  /** The attribute that is a document's title. */
  readonly title: string;
  readonly publishedOnly: boolean;
  readonly search: string | null;
  readonly language: string;
}

/** Documents to choose from, by part of their title; each once, in the requested language where available. */
async function choicesOf(
  strapi: Core.Strapi,
  { contentType, title, publishedOnly, search, language }: Wanted,
): Promise<QueueChoice[]> {
  const uid = uidOf(contentType);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale', title],
    where: {
      ...(search !== null && { [title]: { $containsi: search } }),
      ...(publishedOnly && publishedRows(strapi, uid)),
    },
    orderBy: [{ [title]: 'asc' }, { id: 'asc' }],
    // A document has a row for each language, draft and published.
    limit: SHOWN * 4,
  });
  const ids = [...new Set(rows.map(({ documentId }) => String(documentId)))].slice(0, SHOWN);
  // A document found in one language is listed by its title in the requested one.
  const named: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale', title],
    where: { documentId: { $in: ids }, ...(publishedOnly && publishedRows(strapi, uid)) },
  });
  named.sort((a, b) => Number(a.locale === language) - Number(b.locale === language));
  const names = new Map(named.map((row) => [String(row.documentId), titleOf(row[title])]));
  return ids.map((documentId) => ({ documentId, title: names.get(documentId) || documentId }));
}

/**
 * Subjects of comments. Titles of drafts are found only by users who may read them in the panel.
 * @param mayRead whether the user may read an attribute of a content type
 */
export async function subjectChoices(
  strapi: Core.Strapi,
  search: string | null,
  language: string,
  mayRead: (contentType: string, attribute: string) => boolean,
) {
  const { contentType } = comments(strapi).subject;
  const title = await titleField(strapi, contentType);
  const publishedOnly = !mayRead(contentType, title);
  return choicesOf(strapi, { contentType, title, publishedOnly, search, language });
}

/** Agencies an official answer can be given for: published ones only, since their name becomes public. */
export async function agencyChoices(strapi: Core.Strapi, search: string | null, language: string) {
  const agency = agencySettings(strapi);
  if (!agency) return [];
  const { contentType, name: title } = agency;
  return choicesOf(strapi, { contentType, title, publishedOnly: true, search, language });
}
