import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

const CONTROLLER = 'plugin::content-manager.relations';

interface RelationsController {
  /** What a request asks for; nothing where it may not be read. */
  extractAndValidateRequestInfo(ctx: Context, id?: string): Promise<object | undefined>;
}

/** Strapi's own registry of controllers; its types do not say that it can extend one. */
interface Controllers {
  extend(uid: string, change: (controller: RelationsController) => RelationsController): void;
}

/**
 * Refuses relations of documents whoever asks may not read. Strapi's controller finds that out and goes on, into an
 * exception: the answer is 500, with a stack in the log.
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
