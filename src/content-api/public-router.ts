import { factories, type UID } from '@strapi/strapi';

/** Strapi's own routes of a content type, whose reads are bounded in cost, share the time fairly and give the public nothing unpublished. */
export function publicRouter(uid: UID.ContentType) {
  const reads = {
    policies: [
      { name: 'global::query-cost', config: { uid } },
      { name: 'global::published-only', config: {} },
    ],
    middlewares: ['global::fair-share'],
  };
  return factories.createCoreRouter(uid, { config: { find: reads, findOne: reads } });
}
