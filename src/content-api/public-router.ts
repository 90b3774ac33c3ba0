import type { Core, UID } from '@strapi/strapi';

/** What a route of the content API is beside its address: its action, and what guards it. */
type Route = Omit<Core.RouteInput, 'info'> & { readonly config: Core.RouteConfig };

/**
 * The routes of a content type's content API: those of Strapi's `createCoreRouter`, whose reads have cost limits, fair
 * scheduling and return nothing unpublished to the public.
 *
 * Written out, because Strapi's have Zod schemas of all fields, relations and answers, made at each start: a tenth of
 * the start. Nothing reads them but `strapi openapi generate`: the core controllers check what is sent against the
 * content type, and the plugin's description of the API is made of the content types, too.
 */
export function publicRouter(uid: UID.ContentType) {
  // One object for each: Strapi stores the token's action in it.
  const reads = (): Core.RouteConfig => ({
    policies: [
      { name: 'global::query-cost', config: { uid } },
      { name: 'global::published-only', config: {} },
      { name: 'global::valid-query', config: { uid } },
    ],
    middlewares: ['global::fair-share'],
  });
  return ({ strapi }: { strapi: Core.Strapi }) => {
    const { info } = strapi.contentType(uid);
    if (!('pluralName' in info))
      throw new Error(`The content type "${uid}" has no plural name for its routes`);
    const list = `/${info.pluralName}`;
    const one = `${list}/:id`;
    const routes: Route[] = [
      { method: 'GET', path: list, handler: `${uid}.find`, config: reads() },
      { method: 'GET', path: one, handler: `${uid}.findOne`, config: reads() },
      { method: 'POST', path: list, handler: `${uid}.create`, config: {} },
      { method: 'PUT', path: one, handler: `${uid}.update`, config: {} },
      { method: 'DELETE', path: one, handler: `${uid}.delete`, config: {} },
    ];
    return { type: 'content-api', routes };
  };
}
