import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

type Action = (ctx: Context, next: Next) => unknown;
type Controller = Record<string, Action | undefined>;

/**
 * Runs a check before actions of one of Strapi's controllers, after routes have authenticated and authorised the
 * request. To be called while plugins register.
 * @param check throws what the request is refused with
 */
export function beforeActions(
  strapi: Core.Strapi,
  controller: string,
  names: readonly string[],
  check: (ctx: Context) => void | Promise<void>,
): void {
  const controllers = strapi.get('controllers') as {
    extend(uid: string, extension: (controller: Controller) => Controller): unknown;
  };
  controllers.extend(controller, (actions) => {
    // Strapi's own object stays as it is: another application of this process has it too. Those of content types have
    // actions by their prototype.
    const checked: Controller = Object.assign(
      Object.create(Object.getPrototypeOf(actions) as object),
      actions,
    );
    for (const name of names) {
      const action = actions[name];
      // A name Strapi does not know any more would leave its address without the check.
      if (!action) throw new Error(`The controller ${controller} has no action ${name}`);
      checked[name] = async (ctx, next) => {
        await check(ctx);
        return action.call(actions, ctx, next);
      };
    }
    return checked;
  });
}
