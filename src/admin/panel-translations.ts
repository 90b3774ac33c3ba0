import { parentLinkTranslations } from './parent-links/words';
import { loadPart, loadStrapiWords } from './word-files';
import { translationsOf } from './words';

/** The application's words of a language, under the keys the panel looks them up by. */
export async function panelWords(locale: string): Promise<Readonly<Record<string, string>>> {
  const [part, strapiWords] = await Promise.all([loadPart(locale), loadStrapiWords(locale)]);
  if (!part) return strapiWords;
  return {
    ...strapiWords,
    ...parentLinkTranslations(part['panel-parent-links']),
    // Strapi looks values of enumerations up by the code alone: the section `vocabularies` is read so.
    ...part.vocabularies,
    ...translationsOf(part['admin-views']),
  };
}
