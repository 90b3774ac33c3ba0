import type { Core } from '@strapi/strapi';
import { STRICTER_ROUTES } from './declarations';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly config?: { readonly policies?: readonly unknown[] };
}
interface Router {
  readonly type?: string;
  readonly routes: readonly Route[];
}
type Routers = Readonly<Record<string, Router | ((context: { strapi: Core.Strapi }) => Router)>>;

/** The routers of a module with a policy added to one route; Strapi's own objects are not modified. */
function withPolicy(routers: Readonly<Record<string, Router>>, wanted: string, policy: unknown) {
  let found = false;
  const tightened = Object.entries(routers).map(([name, router]) => {
    const routes = router.routes.map((route) => {
      if (`${router.type ?? name} ${route.method} ${route.path}` !== wanted) return route;
      found = true;
      const policies = [...(route.config?.policies ?? []), policy];
      return { ...route, config: { ...route.config, policies } };
    });
    return [name, { ...router, routes }] as const;
  });
  return { found, routers: Object.fromEntries(tightened) };
}

/**
 * Adds missing policies to Strapi's own routes. Called in `register()`: routes are mounted after it.
 * @throws Error for a route that Strapi no longer has: a new version may have renamed it
 */
export function tightenRoutes(strapi: Core.Strapi): void {
  for (const { module: name, route, policy } of STRICTER_ROUTES) {
    const module = (name === 'admin' ? strapi.admin : strapi.plugin(name)) as unknown as { routes: Routers };
    const made = Object.entries(module.routes).map(
      ([key, router]) => [key, typeof router === 'function' ? router({ strapi }) : router] as const,
    );
    const { found, routers } = withPolicy(Object.fromEntries(made), route, policy);
    if (!found) throw new Error(`Strapi has no route “${route}” of ${name}: see src/stricter-routes.`);
    module.routes = routers;
  }
}
