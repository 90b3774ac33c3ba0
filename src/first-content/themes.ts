import type { Core } from '@strapi/strapi';
import { ensureDocument } from './ensure-document';
import themes from './themes.json';

/** The OGP values and the 17 Sustainable Development Goals. Editors add to the lists; these are the start. */
export async function ensureThemes(strapi: Core.Strapi): Promise<Map<string, string>> {
  const documentIds = new Map<string, string>();
  for (const { scheme, code, name, uri } of themes) {
    const documentId = await ensureDocument(strapi, {
      uid: 'api::theme.theme',
      where: { scheme, code },
      shared: { scheme, code, uri },
      texts: { ka: { name: name.ka }, en: { name: name.en } },
    });
    documentIds.set(code, documentId);
  }
  return documentIds;
}
