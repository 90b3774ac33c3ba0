import type { Context, Next } from 'koa';
import { plainAddress } from '../request-guards/client-address/plain-address';

/**
 * Gives `ctx.ip` the one spelling of the visitor's address, which all limits count by: a proxy that writes ports, or
 * IPv4 as IPv6, would make another visitor of each connection. What is no address is none of a visitor, and the
 * connection's own counts. It runs before everything that asks for the address.
 */
export default () =>
  (ctx: Context, next: Next): Promise<unknown> => {
    const connection = ctx.req.socket.remoteAddress ?? '';
    ctx.request.ip = plainAddress(ctx.request.ip) ?? plainAddress(connection) ?? connection;
    return next();
  };
