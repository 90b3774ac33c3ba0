import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { WriteData } from '../content-rules/prepare';
import { parentRelations } from './child-relations';
import { existingParents } from './link-tables';

/**
 * The data of a write that creates a language version of a child, with the child's parent in its other languages.
 * Strapi publishes the new version before the locales are synchronised, and would publish it without its parent.
 */
export async function withInheritedParents(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  { documentId, locale, data }: { documentId: string; locale?: unknown; data: WriteData },
): Promise<WriteData> {
  const language: unknown = locale ?? (await strapi.plugin('i18n').service('locales').getDefaultLocale());
  const hasRow = (uid: string, id: string) =>
    strapi.db.query(uid as UID.ContentType).count({ where: { documentId: id, locale: language } });
  if (await hasRow(contentType, documentId)) return data;

  const inherited: WriteData = {};
  for (const relation of parentRelations(strapi, contentType)) {
    if (relation.parentAttribute in data) continue;
    const [parent] = await existingParents(strapi, trx, relation, documentId);
    if (parent && (await hasRow(relation.parent, parent))) inherited[relation.parentAttribute] = parent;
  }
  return { ...data, ...inherited };
}
