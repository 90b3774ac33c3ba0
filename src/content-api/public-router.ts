import { factories, type UID } from '@strapi/strapi';

/**
 * Strapi's core routes of a content type, whose reads have cost limits, fair scheduling and return nothing
 * unpublished to the public.
 */
export function publicRouter(uid: UID.ContentType) {
  // One object for each: Strapi stores the token's action in it.
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
