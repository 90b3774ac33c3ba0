import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { childRelations } from './child-relations';

const CONTROLLER = 'plugin::content-manager.relations';

interface RelationsController {
  findAvailable(ctx: Context): Promise<void>;
}

/** Strapi's own registry of controllers; its types lack `extend`. */
interface Controllers {
  extend(uid: string, change: (controller: RelationsController) => RelationsController): void;
}

/**
 * Restricts the options of a parent's relation field to children without a parent, besides its own: others'
 * children cannot be taken from them there. Applies to every list and search of the field.
 */
export function offerFreeChildren(strapi: Core.Strapi): void {
  (strapi.get('controllers') as Controllers).extend(CONTROLLER, (controller) => ({
    ...controller,
    findAvailable(ctx) {
      const { model = '', targetField } = ctx.params as Record<string, string>;
      const relation =
        model in strapi.contentTypes
          ? childRelations(strapi, model).find((one) => one.childrenAttribute === targetField)
          : undefined;
      if (relation) {
        const { query } = ctx.request as unknown as { query: Record<string, unknown> };
        const isFree = { [relation.parentAttribute]: { id: { $null: true } } };
        const isOwn = { [relation.parentAttribute]: { documentId: { $eq: query.id } } };
        query.filters = {
          $and: [...(query.filters ? [query.filters] : []), query.id ? { $or: [isFree, isOwn] } : isFree],
        };
      }
      return controller.findAvailable.call(this, ctx);
    },
  }));
}
