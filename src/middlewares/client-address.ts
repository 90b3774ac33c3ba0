import type { Context, Next } from 'koa';
import { plainAddress } from '../request-guards/client-address/plain-address';

/**
 * Normalises `ctx.ip`, by which all rate limits count: a proxy that includes ports, or writes IPv4 as IPv6, would
 * make another client of each connection. An invalid address is replaced by the connection's own. Runs before
 * everything that reads the address.
 */
export default () =>
  (ctx: Context, next: Next): Promise<unknown> => {
    const connection = ctx.req.socket.remoteAddress ?? '';
    ctx.request.ip = plainAddress(ctx.request.ip) ?? plainAddress(connection) ?? connection;
    return next();
  };
