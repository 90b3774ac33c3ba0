import type { Core } from '@strapi/strapi';
import { UNAUTHENTICATED_ROUTES, walkOf } from './secrets/public-walk';
import { registeredRoutes, type RegisteredRoute } from './secrets/registered-routes';

/** Renewing a login takes the cookie and nothing else. */
const BY_COOKIE = 'POST /admin/access-token';

/** Every registered address of the panel that takes a login or an admin token, with something for its parameters. */
export function panelAddresses(strapi: Core.Strapi): RegisteredRoute[] {
  const anybody = new Set([
    ...Object.keys(walkOf(strapi)).map((path) => `GET ${path}`),
    ...UNAUTHENTICATED_ROUTES,
    BY_COOKIE,
  ]);
  return registeredRoutes(strapi)
    .filter(({ method, path }) => !path.startsWith('/api/') && !anybody.has(`${method} ${path}`))
    .map(({ method, path }) => ({ method, path: path.replace(/:[a-zA-Z]+\*?|\(\.\*\)/g, 'x1') }));
}

/** Those of the project itself: of its plugin and of the application. */
export const ownPanelAddresses = (strapi: Core.Strapi): RegisteredRoute[] =>
  panelAddresses(strapi).filter(({ path }) => /^\/(accountability|parent-links)\//.test(path));
