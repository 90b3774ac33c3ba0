import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

export interface StrapiContext {
  readonly strapi: Core.Strapi;
}

type Action = (ctx: Context, next: Next) => unknown;

interface ControllerModule {
  readonly default: (context: StrapiContext) => Readonly<Record<string, Action | undefined>>;
}

/**
 * A controller whose module is loaded with its first request, not with the application. Strapi needs the names of
 * its actions at the start: it refuses a route to an action that is not among them.
 * @param load requires the module
 */
export const lazyController =
  (actions: readonly string[], load: () => ControllerModule) =>
  (context: StrapiContext): Record<string, Action> => {
    let controller: ReturnType<ControllerModule['default']> | undefined;
    const loaded = () => (controller ??= load().default(context));
    return Object.fromEntries(
      actions.map((name) => [name, (ctx: Context, next: Next) => loaded()[name]?.(ctx, next)]),
    );
  };
