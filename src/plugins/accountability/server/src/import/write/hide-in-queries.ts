import type { Core } from '@strapi/strapi';
import { FIRST_SHOWN } from './hidden-locale';

interface QueryBuilder {
  where(condition: Record<string, unknown>): QueryBuilder;
}

interface EntityManager {
  createQueryBuilder(uid: string): QueryBuilder;
}

const hiddenTypes = new WeakMap<Core.Strapi, Set<string>>();

/** Says of which content types rows may be hidden from now on: Strapi's queries leave them out, in whatever language they ask. */
export function hideInQueries(strapi: Core.Strapi, contentTypes: Iterable<string>): void {
  const known = hiddenTypes.get(strapi);
  if (known) for (const contentType of contentTypes) known.add(contentType);
  else watchQueries(strapi, new Set(contentTypes));
}

/** Says that no rows are hidden any more. */
export const hideNothing = (strapi: Core.Strapi): void => hiddenTypes.get(strapi)?.clear();

function watchQueries(strapi: Core.Strapi, types: Set<string>): void {
  hiddenTypes.set(strapi, types);
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { createQueryBuilder } = manager;
  manager.createQueryBuilder = function (this: EntityManager, uid: string) {
    const builder = createQueryBuilder.call(this, uid);
    return types.has(uid) ? builder.where({ locale: { $gte: FIRST_SHOWN } }) : builder;
  };
}
