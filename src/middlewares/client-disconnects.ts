import type { Context, Next } from 'koa';
import { isClientDisconnect } from '../request-guards/client-disconnects/quiet-client-disconnects';

/** A client that hangs up over what it sends is no error of the server: Strapi would log a stack for it. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (!isClientDisconnect(error) || !ctx.req.destroyed) throw error;
      // Nobody reads it; the access log does.
      ctx.status = 400;
    }
  };
