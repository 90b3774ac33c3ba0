import type { Core } from '@strapi/strapi';

/** The router's layers; its types omit their options. */
interface Layer {
  regexp: RegExp;
  readonly opts: { sensitive?: boolean };
}

/**
 * Makes Strapi's router case-sensitive, as everything that compares paths is: middlewares, policies and Strapi's
 * own parts. Otherwise `/API/Comments` reaches a route past its guards. Strapi has no setting for it.
 */
export function matchPathsExactly({ server }: Core.Strapi): void {
  const { router } = server as unknown as { router: { opts: { sensitive?: boolean } } };
  router.opts.sensitive = true;
  const mount = server.mount.bind(server);
  server.mount = () => {
    mount();
    for (const layer of server.listRoutes() as unknown as Layer[]) {
      layer.opts.sensitive = true;
      // eslint-disable-next-line no-restricted-syntax -- the router's own pattern, made of a declared path
      layer.regexp = new RegExp(layer.regexp.source, layer.regexp.flags.replace('i', ''));
    }
    return server;
  };
}
