import type { Core } from '@strapi/strapi';
import { titlesOf } from 'strapi-plugin-accountability/server';
import { LANGUAGE_CODES } from '../languages/site-languages';

/** What documents of one content type are called, as the panel calls them; the documentId where one has no name. */
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
