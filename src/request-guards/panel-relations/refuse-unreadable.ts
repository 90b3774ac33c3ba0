import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

const CONTROLLER = 'plugin::content-manager.relations';

interface RelationsController {
  /** The requested relation; null where it may not be read. */
  extractAndValidateRequestInfo(ctx: Context, id?: string): Promise<object | undefined>;
}

/** Strapi's own registry of controllers; its types lack `extend`. */
interface Controllers {
  extend(uid: string, change: (controller: RelationsController) => RelationsController): void;
}

/**
 * Rejects requests for relations of documents the user may not read. Strapi's controller detects this and continues
 * into an exception: a 500 with a stack trace in the log.
 */
export function refuseUnreadableRelations(strapi: Core.Strapi): void {
  (strapi.get('controllers') as Controllers).extend(CONTROLLER, (controller) => ({
    ...controller,
    async extractAndValidateRequestInfo(ctx, id) {
      const asked = await controller.extractAndValidateRequestInfo.call(this, ctx, id);
      if (asked === undefined) throw new errors.ForbiddenError();
      return asked;
    },
  }));
}
