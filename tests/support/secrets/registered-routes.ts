import type { Core } from '@strapi/strapi';

export interface RegisteredRoute {
  readonly method: string;
  /** As it was registered: `/api/open-data/:file`. */
  readonly path: string;
}

interface Layer {
  readonly methods: readonly string[];
  readonly path: string;
}

/** Every address of the running application by method; HEAD goes with GET. */
export function registeredRoutes({ server }: Core.Strapi): RegisteredRoute[] {
  const routes = (server.listRoutes() as unknown as Layer[]).flatMap(({ methods, path }) => {
    // A router's own check of permissions is a layer without methods; what takes every method is read.
    const isForAll = methods.includes('PROPFIND');
    return (isForAll ? ['GET'] : methods.filter((method) => method !== 'HEAD')).map((method) => ({
      method,
      path,
    }));
  });
  return [...new Map(routes.map((route) => [`${route.method} ${route.path}`, route])).values()];
}
