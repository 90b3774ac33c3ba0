import type { Context, Next } from 'koa';
import { isClientDisconnect } from '../request-guards/client-disconnects/quiet-client-disconnects';

/** A client that disconnects while sending is not a server error: Strapi would log a stack trace for it. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (!isClientDisconnect(error) || !ctx.req.destroyed) throw error;
      // Nobody receives it; the access log records it.
      ctx.status = 400;
    }
  };
