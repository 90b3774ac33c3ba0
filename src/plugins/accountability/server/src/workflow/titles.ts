import type { Core } from '@strapi/strapi';
import { plainTitle } from '../markup/plain-title';
import { uidOf } from './registry';

/** The attribute that is a document's title in the panel. */
export async function titleField(strapi: Core.Strapi, contentType: string): Promise<string> {
  const configuration: { settings: { mainField: string } } = await strapi
    .plugin('content-manager')
    .service('content-types')
    .findConfiguration(strapi.contentType(uidOf(contentType)));
  return configuration.settings.mainField;
}

/** The title of a document, on one line without HTML; null where it has none. */
export const titleOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : plainTitle(String(value));

/** Titles of documents, each in the first language it has; deleted ones are missing. */
export async function titlesOf(
  strapi: Core.Strapi,
  subjects: readonly { subjectType: string; subjectId: string }[],
  languages: readonly string[],
): Promise<Map<string, string | null>> {
  const titles = new Map<string, string | null>();
  const rank = (locale: unknown) => languages.indexOf(String(locale)) + 1 || languages.length + 1;
  for (const contentType of new Set(subjects.map(({ subjectType }) => subjectType))) {
    const field = await titleField(strapi, contentType);
    const ids = subjects.filter(({ subjectType }) => subjectType === contentType);
    const rows: Record<string, unknown>[] = await strapi.db.query(uidOf(contentType)).findMany({
      select: ['id', 'documentId', 'locale', field],
      where: { documentId: { $in: ids.map(({ subjectId }) => subjectId) } },
    });
    rows.sort((a, b) => rank(b.locale) - rank(a.locale));
    for (const row of rows) titles.set(String(row.documentId), titleOf(row[field]));
  }
  return titles;
}
