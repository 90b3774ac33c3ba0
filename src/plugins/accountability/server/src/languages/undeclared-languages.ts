import type { Core } from '@strapi/strapi';
import { publicTypes } from '../change-log/public-types';
import { hasDrafts, publicLanguages } from '../change-log/public-rows';
import { FIRST_SHOWN } from '../import/write/hidden-locale';
import { workflowConfig } from '../workflow/registry';
import { addLocale, localePlan, removeLocale } from './locale-plan';

/** A document that is published, but in no language of the site: it is not public. */
export interface LanguageFinding {
  readonly code: 'NOT_IN_SITE_LANGUAGE';
  readonly contentType: string;
  readonly documentId: string;
}

/** Codes of the locales that were added in the panel and are not in the application's setting. */
export async function undeclaredLanguages(strapi: Core.Strapi): Promise<string[]> {
  const { languages } = workflowConfig(strapi);
  const locales: { code: string }[] = (await strapi.plugin('i18n')?.service('locales').find()) ?? [];
  return locales.map(({ code }) => code).filter((code) => !languages.includes(code));
}

/** Finds documents that are published only in languages other than the site's. Read-only. */
export async function checkLanguages(strapi: Core.Strapi): Promise<LanguageFinding[]> {
  const findings: LanguageFinding[] = [];
  for (const contentType of [...publicTypes(strapi)].sort()) {
    const languages = publicLanguages(strapi, contentType);
    if (!languages) continue;
    const { tableName } = strapi.db.metadata.get(contentType);
    const published = (alias: string) =>
      strapi.db.connection
        .from({ [alias]: tableName })
        .modify(
          (query) => void (hasDrafts(strapi, contentType) && query.whereNotNull(`${alias}.published_at`)),
        );
    const documentIds: string[] = await published('e')
      .whereNotIn('e.locale', [...languages])
      // An import that is being written is nowhere yet.
      .where('e.locale', '>=', FIRST_SHOWN)
      .whereNotExists(
        published('s')
          .whereRaw('s.document_id = e.document_id')
          .whereIn('s.locale', [...languages]),
      )
      .distinct()
      .orderBy('e.document_id')
      .pluck('e.document_id');
    findings.push(
      ...documentIds.map((documentId): LanguageFinding => ({
        code: 'NOT_IN_SITE_LANGUAGE',
        contentType,
        documentId,
      })),
    );
  }
  return findings;
}

/** Logs a warning for locales of Strapi that are not languages of the site. */
export async function warnOfUndeclaredLanguages(strapi: Core.Strapi): Promise<void> {
  const undeclared = await undeclaredLanguages(strapi);
  if (undeclared.length === 0) return;
  strapi.log.warn(
    `The languages of the site are ${workflowConfig(strapi).languages.join(', ')}. The panel also has ${undeclared.join(', ')}: what is ` +
      'written in these languages only is on no public page and in no export. Write it in a language of the site, or ' +
      'delete the language under Settings, Internationalization; `npm run doctor` names the documents.',
  );
}

/** `strapi.plugin('accountability').service('languages')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `undeclaredLanguages`. */
  undeclared: () => undeclaredLanguages(strapi),
  /** See `checkLanguages`. */
  check: () => checkLanguages(strapi),
  /** See `localePlan`. */
  plan: (code: string, change: 'add' | 'remove') => localePlan(strapi, code, change),
  /** See `addLocale`. */
  add: (code: string) => addLocale(strapi, code),
  /** See `removeLocale`. */
  remove: (code: string) => removeLocale(strapi, code),
});
