import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

type Action = (ctx: Context, next: Next) => unknown;
type Controller = Record<string, Action | undefined>;

/**
 * Runs a check before actions of one of Strapi's controllers, after routes have authenticated and authorised the
 * request. Call it while plugins register.
 * @param check throws the error the request is refused with
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
    // Strapi's own object is not modified: another application of this process shares it. Content-type controllers
    // inherit their actions from a prototype.
    const checked: Controller = Object.assign(
      Object.create(Object.getPrototypeOf(actions) as object),
      actions,
    );
    for (const name of names) {
      const action = actions[name];
      // An action Strapi no longer has would leave its route without the check.
      if (!action) throw new Error(`The controller ${controller} has no action ${name}`);
      checked[name] = async (ctx, next) => {
        await check(ctx);
        return action.call(actions, ctx, next);
      };
    }
    return checked;
  });
}
