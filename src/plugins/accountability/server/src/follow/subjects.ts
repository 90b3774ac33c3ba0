import type { Core } from '@strapi/strapi';
import { documentSnapshots } from '../change-log/public-rows';
import { publicRowsOf, rowFor, titleOfRow } from '../feeds/documents';
import { pagePath } from '../feeds/page-path';
import { languageCodes } from '../languages/site-languages';
import { uidOf } from '../workflow/registry';
import { followConfig } from './config';

/** A document that is followed, as a page or mail shows it. */
export interface ShownSubject {
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string;
  /** The language the title is in. */
  readonly language: string;
  /** Path of its page; null where it has none. */
  readonly path: string | null;
}

/** Shows a public document of a content type that can be followed; null for any other. */
export async function shownSubject(
  strapi: Core.Strapi,
  contentType: string,
  documentId: string,
  language: string,
): Promise<ShownSubject | null> {
  const subject = followConfig(strapi).subjects.find((one) => one.contentType === contentType);
  if (!subject) return null;
  const rows = (await publicRowsOf(strapi, subject, [documentId])).get(documentId) ?? [];
  const row = rowFor(rows, language, languageCodes(strapi));
  const isPublic = (await documentSnapshots(strapi, contentType, [documentId])).get(documentId)?.rowIds
    .length;
  if (!row || !isPublic) return null;
  const page = subject.page[language];
  return {
    contentType,
    documentId,
    title: titleOfRow(subject, row) || documentId,
    language: row.locale ?? language,
    path: page === undefined ? null : pagePath(page, row),
  };
}

/** The same by its id alone. */
export async function findSubject(
  strapi: Core.Strapi,
  documentId: string,
  language: string,
): Promise<ShownSubject | null> {
  for (const { contentType } of followConfig(strapi).subjects) {
    const shown = await shownSubject(strapi, contentType, documentId, language);
    if (shown) return shown;
  }
  return null;
}

/** Whether a document exists at all, published or not. */
export const subjectExists = async (
  strapi: Core.Strapi,
  contentType: string,
  documentId: string,
): Promise<boolean> => (await strapi.db.query(uidOf(contentType)).count({ where: { documentId } })) > 0;
