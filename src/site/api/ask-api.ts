import { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { CollectedResponse } from './collected-response';

/** Headers by which addresses in an answer are made. */
const OF_THE_ADDRESS = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for'];

const dispatchers = new WeakMap<Core.Strapi, Middleware>();

function routesOf(strapi: Core.Strapi): Middleware {
  let routes = dispatchers.get(strapi);
  if (!routes) {
    routes = strapi.server.router.routes() as unknown as Middleware;
    dispatchers.set(strapi, routes);
  }
  return routes;
}

/** What was asked for is not there, or not public. */
export class NotThere extends Error {}

/** The API could not give what a page shows. */
export class ApiFailure extends Error {
  constructor(
    path: string,
    readonly status: number,
  ) {
    super(`${path} was answered with ${status}`);
  }
}

/** Asks the public API for what a page shows. @returns the body, parsed where it is JSON */
export type AskApi = (path: string) => Promise<unknown>;

/**
 * Asks the site's own API as any visitor would, without a login and without the way over the network: the request goes
 * through the API's own routes with their permissions, policies and sanitising. A page cannot show what the API hides.
 * @param language of messages and labels
 * @throws NotThere for 404
 * @throws ApiFailure for every other answer that is no success, and what its routes throw
 */
export function askApi(strapi: Core.Strapi, visitor: Context, language: string): AskApi {
  const headers = Object.fromEntries(
    OF_THE_ADDRESS.flatMap((name) => {
      const value = visitor.headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return async (path) => {
    const request = Object.assign(new IncomingMessage(visitor.req.socket), {
      method: 'GET',
      url: path,
      headers: { ...headers, 'accept-language': language },
    });
    const response = new CollectedResponse(request);
    // As Koa begins: what nobody answers is not there.
    response.statusCode = 404;
    const context = strapi.server.app.createContext(request, response) as unknown as Context;
    try {
      await strapi.requestContext.run(context as never, () =>
        routesOf(strapi)(context as never, async () => undefined),
      );
    } catch (error) {
      if ((error as { status?: number; name?: string }).name === 'NotFoundError') throw new NotThere(path);
      if ((error as { status?: number }).status === 404) throw new NotThere(path);
      throw error;
    }
    if (context.respond === false) return response.text;
    if (context.status === 404) throw new NotThere(path);
    if (context.status !== 200) throw new ApiFailure(path, context.status);
    return typeof context.body === 'string' ? JSON.parse(context.body) : context.body;
  };
}
