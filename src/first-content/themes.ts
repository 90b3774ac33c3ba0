import type { Core } from '@strapi/strapi';
import { textIn } from 'strapi-plugin-accountability/server';
import { ensureDocument } from './ensure-document';
import { LANGUAGE_CODES } from '../languages/site-languages';
import { type WordKey, word } from '../words/word';
import themes from './themes.json';

/** The OGP values and the 17 Sustainable Development Goals. Editors can add to these lists. */
export async function ensureThemes(strapi: Core.Strapi): Promise<Map<string, string>> {
  const documentIds = new Map<string, string>();
  for (const { scheme, code, uri } of themes) {
    const names = word('themes', code as WordKey<'themes'>);
    const documentId = await ensureDocument(strapi, {
      uid: 'api::theme.theme',
      where: { scheme, code },
      shared: { scheme, code, uri },
      texts: Object.fromEntries(
        LANGUAGE_CODES.map((language) => [language, { name: textIn(names, language) }]),
      ),
    });
    documentIds.set(code, documentId);
  }
  return documentIds;
}
