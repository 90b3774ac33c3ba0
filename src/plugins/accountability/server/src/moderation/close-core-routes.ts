import type { Core } from '@strapi/strapi';
import { declaredComments } from './registry';

interface Router {
  readonly routes: readonly { readonly handler: unknown }[];
}

type RouterInput = Router | ((context: { strapi: Core.Strapi }) => Router);

const CORE_ACTIONS = ['find', 'findOne', 'create', 'update', 'delete'];

/**
 * Removes Strapi's own routes of the content type of comments: `/comments/:id` would match the plugin's paths, such
 * as `/comments/challenge`, and the general list could be sorted by private attributes. Routes the application adds
 * are kept. Runs while plugins register, before routes are.
 */
export function closeCoreRoutes(strapi: Core.Strapi): void {
  const { contentType = '' } = declaredComments(strapi) ?? {};
  const api = strapi.apis[/^api::(.+)\./.exec(contentType)?.[1] ?? ''];
  if (!api) return;
  const core = new Set<unknown>(CORE_ACTIONS.map((action) => `${contentType}.${action}`));
  const withoutCore = (router: Router): Router => ({
    ...router,
    routes: router.routes.filter(({ handler }) => !core.has(handler)),
  });
  const routers = Object.entries(api.routes as Readonly<Record<string, RouterInput>>);
  api.routes = Object.fromEntries(
    routers.map(([name, router]) => [
      name,
      (context: { strapi: Core.Strapi }) =>
        withoutCore(typeof router === 'function' ? router(context) : router),
    ]),
  ) as unknown as typeof api.routes;
}
