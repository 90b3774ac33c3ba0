import { factories, type UID } from '@strapi/strapi';

/**
 * Strapi's own routes of a content type, whose reads are bounded in cost, share the time fairly and give the public
 * nothing unpublished.
 */
export function publicRouter(uid: UID.ContentType) {
  // One object for each: Strapi writes the action that a token needs into it.
  const reads = () => ({
    policies: [
      { name: 'global::query-cost', config: { uid } },
      { name: 'global::published-only', config: {} },
      { name: 'global::sound-query', config: { uid } },
    ],
    middlewares: ['global::fair-share'],
  });
  return factories.createCoreRouter(uid, { config: { find: reads(), findOne: reads() } });
}
