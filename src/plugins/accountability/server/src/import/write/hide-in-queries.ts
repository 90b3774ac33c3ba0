import type { Core } from '@strapi/strapi';
import { FIRST_SHOWN } from './hidden-locale';

interface QueryBuilder {
  where(condition: Record<string, unknown>): QueryBuilder;
}

interface EntityManager {
  createQueryBuilder(uid: string): QueryBuilder;
}

const SHOWN = { $or: [{ locale: { $null: true } }, { locale: { $gte: FIRST_SHOWN } }] };

/**
 * Has Strapi's queries leave hidden rows out, in whatever language they ask. Always, because another process may begin
 * an import at any time: the command beside the server. On PostgreSQL nothing is ever hidden.
 */
export function hideInQueries(strapi: Core.Strapi): void {
  if (strapi.db.dialect.client === 'postgres') return;
  const { isLocalizedContentType } = strapi.plugin('i18n').service('content-types') as {
    isLocalizedContentType(model: unknown): boolean;
  };
  const types = new Set(
    Object.entries(strapi.contentTypes)
      .filter(([, model]) => isLocalizedContentType(model))
      .map(([uid]) => uid),
  );
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { createQueryBuilder } = manager;
  manager.createQueryBuilder = function (this: EntityManager, uid: string) {
    const builder = createQueryBuilder.call(this, uid);
    return types.has(uid) ? builder.where(SHOWN) : builder;
  };
}
