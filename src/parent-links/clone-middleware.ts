import type { Core, Modules } from '@strapi/strapi';
import { childRelations } from './child-relations';
import { cloneData } from './clone-data';

/**
 * A clone has no children unless the request names some; the original keeps its own, in every locale. For every
 * content type, since Strapi's `clone` moves the targets of each `oneToMany` that has a `mappedBy` to the clone.
 */
export function cloneMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return (context, next) => {
    if (context.action === 'clone') {
      const params = context.params as { data?: Record<string, unknown> };
      params.data = cloneData(params.data ?? {}, childRelations(strapi, context.uid));
    }
    return next();
  };
}
