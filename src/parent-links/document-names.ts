import type { Core } from '@strapi/strapi';
import { titlesOf } from 'strapi-plugin-accountability/server';
import { LANGUAGE_CODES } from '../languages/site-languages';

/** Titles of documents of one content type, as in the panel; the documentId of one without a title. */
export async function documentNames(
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[],
): Promise<(documentId: string) => string> {
  const titles = await titlesOf(
    strapi,
    documentIds.map((subjectId) => ({ subjectType: contentType, subjectId })),
    LANGUAGE_CODES,
  );
  return (documentId) => String(titles.get(documentId) || documentId);
}
