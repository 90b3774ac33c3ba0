import type { Core } from '@strapi/strapi';
import { engineWords } from '../languages/engine-words';
import { languageCodes } from '../languages/site-languages';

/**
 * The languages of a mail, in order: the one its recipient has chosen for the panel, where there are words in it,
 * else each of the site's.
 */
export async function recipientLanguages(strapi: Core.Strapi, address: string): Promise<readonly string[]> {
  const user: { preferedLanguage?: string | null } | null = await strapi.db.query('admin::user').findOne({
    select: ['preferedLanguage'], // Strapi's own spelling
    where: { email: { $eqi: address } },
  });
  const chosen = user?.preferedLanguage;
  return chosen && engineWords.hasLanguage(chosen) ? [chosen] : languageCodes(strapi);
}
