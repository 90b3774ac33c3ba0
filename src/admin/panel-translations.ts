import { parentLinkTranslations } from './parent-links/words';
import { loadPart, loadStrapiWords } from './word-files';
import { translationsOf } from './words';

/** The application's messages in a language, under the panel's translation keys. */
export async function panelWords(locale: string): Promise<Readonly<Record<string, string>>> {
  const [part, strapiWords] = await Promise.all([loadPart(locale), loadStrapiWords(locale)]);
  if (!part) return strapiWords;
  return {
    ...strapiWords,
    ...parentLinkTranslations(part['panel-parent-links']),
    // Strapi looks up values of enumerations by the code alone, as in the section `vocabularies`.
    ...part.vocabularies,
    ...translationsOf(part['admin-views']),
  };
}
