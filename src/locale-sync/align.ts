import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { alignRelation, sharedRelations, type DocumentRow } from './relations';

export type VersionStatus = 'draft' | 'published';

export interface Alignment {
  uid: string;
  documentId: string;
  /** The locale just written: its row is the source for the others. */
  locale: string;
  versions: VersionStatus[];
  /** Relations whose source is another locale: the row is new, and the write did not set them. */
  takenFromOthers?: ReadonlySet<string>;
}

type Row = DocumentRow & Record<string, unknown>;

/**
 * Synchronises unlocalized data (dates, codes, statuses, relations) to all locales of a document.
 *
 * Strapi copies unlocalized fields, but only to draft or published rows, whichever its result belongs to, and no
 * relations. Runs inside the transaction of the write.
 */
export async function alignLocales(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  wanted: Alignment,
): Promise<void> {
  const { uid, documentId, locale, versions, takenFromOthers = new Set() } = wanted;
  const model = strapi.contentType(uid as UID.ContentType);
  const i18n = strapi.plugin('i18n');
  const populate: string[] = i18n.service('content-types').getNestedPopulateOfNonLocalizedAttributes(uid);

  for (const version of model.options?.draftAndPublish ? versions : [null]) {
    const rows: Row[] = await strapi.db.query(uid as UID.ContentType).findMany({
      where: {
        documentId,
        ...(version && { publishedAt: { [version === 'draft' ? '$null' : '$notNull']: true } }),
      },
      orderBy: { id: 'asc' },
      populate,
    });
    const written = rows.find((row) => row.locale === locale);
    const translations = rows.filter((row) => row !== written);
    if (!written || translations.length === 0) continue;

    const truth = i18n.service('content-types').copyNonLocalizedAttributes(model, written);
    const differs = translations.some(
      (row) =>
        !isDeepStrictEqual(i18n.service('content-types').copyNonLocalizedAttributes(model, row), truth),
    );
    if (differs) await i18n.service('localizations').syncNonLocalizedAttributes(written, model);

    for (const name of sharedRelations(strapi, uid)) {
      const fromOthers = takenFromOthers.has(name);
      const source = fromOthers ? translations[0]! : written;
      const others = fromOthers ? [written, ...translations.slice(1)] : translations;
      await alignRelation({ strapi, trx, uid, written: source, translations: others }, name);
    }
  }
}
