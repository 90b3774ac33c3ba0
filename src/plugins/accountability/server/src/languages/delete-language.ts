import type { Core } from '@strapi/strapi';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';

interface Locales {
  delete(locale: { id: number | string }): Promise<unknown>;
}

/**
 * Makes the deletion of a language one transaction. Strapi deletes its rows content type by content type, each
 * separately: a failure in between would leave a language that only some of the content has lost.
 */
export function deleteLanguagesWhole(strapi: Core.Strapi): void {
  const locales = strapi.plugin('i18n').service('locales') as unknown as Locales;
  const deleteLocale = locales.delete;
  locales.delete = (locale) =>
    inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      return deleteLocale(locale);
    });
}
