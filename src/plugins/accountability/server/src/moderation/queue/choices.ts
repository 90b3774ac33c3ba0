import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/standing';
import { titleField, titleOf } from '../../workflow/titles';
import { uidOf } from '../../workflow/registry';
import { agencyType, comments } from '../registry';
import type { QueueChoice } from '../../../../shared/moderation-contract';

const SHOWN = 20;

interface Wanted {
  readonly contentType: string;
  /** The attribute documents are called by. */
  readonly title: string;
  readonly publishedOnly: boolean;
  readonly search: string | null;
  readonly language: string;
}

/** Documents to choose from, by part of what they are called; each once, in the wanted language where it has it. */
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
  const wantedFirst = [...rows].sort((a, b) => Number(b.locale === language) - Number(a.locale === language));
  const found = new Map<string, string>();
  for (const row of wantedFirst) {
    const documentId = String(row.documentId);
    if (!found.has(documentId)) found.set(documentId, titleOf(row[title]) || documentId);
  }
  return [...found].slice(0, SHOWN).map(([documentId, name]) => ({ documentId, title: name }));
}

/** What can be commented on, published or not. */
export async function subjectChoices(strapi: Core.Strapi, search: string | null, language: string) {
  const { contentType } = comments(strapi).subject;
  const title = await titleField(strapi, contentType);
  return choicesOf(strapi, { contentType, title, publishedOnly: false, search, language });
}

/** In whose name an official answer can be given: the public sees the names of published ones alone. */
export const agencyChoices = (strapi: Core.Strapi, search: string | null, language: string) =>
  choicesOf(strapi, {
    contentType: agencyType(strapi),
    title: comments(strapi).agency.name,
    publishedOnly: true,
    search,
    language,
  });
