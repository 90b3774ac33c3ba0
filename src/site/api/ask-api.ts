import { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';

import { OWN_READING } from 'strapi-plugin-accountability/server';
import { CollectedResponse } from './collected-response';

/** Headers on which absolute addresses in a response depend. */
const OF_THE_ADDRESS = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for'];

/** JSON and its relatives, but not files of one JSON value per line. */
const JSON_TYPE = /^application\/(?:.+\+)?json$/;

const dispatchers = new WeakMap<Core.Strapi, Middleware>();

function routesOf(strapi: Core.Strapi): Middleware {
  let routes = dispatchers.get(strapi);
  if (!routes) {
    routes = strapi.server.router.routes() as unknown as Middleware;
    dispatchers.set(strapi, routes);
  }
  return routes;
}

/** The requested document does not exist, or is not public. */
export class NotThere extends Error {}

/** The API failed to return a page's data. */
export class ApiFailure extends Error {
  constructor(
    path: string,
    readonly status: number,
  ) {
    super(`${path} was answered with ${status}`);
  }
}

/**
 * Client of the public API for a page's data.
 * @returns the body, parsed where it is JSON
 */
export type AskApi = (path: string) => Promise<unknown>;

/** A cacheable response, with its entity tag. */
export interface TaggedAnswer {
  readonly body: unknown;
  readonly etag: string | null;
}

/**
 * Revalidates a cached response by its tag.
 * @returns null where it is unchanged
 */
export type AskApiAgain = (path: string, etag: string | null) => Promise<TaggedAnswer | null>;

/**
 * Calls the site's own API as an anonymous visitor, in process: the request passes the API's own routes with their
 * permissions, policies and sanitising. A page cannot show what the API hides.
 * @param language of messages and labels
 * @throws NotThere for 404
 * @throws ApiFailure for every other unsuccessful response, Error for an aborted one, errors of its routes
 */
export function askApiAgain(
  strapi: Core.Strapi,
  visitor: Pick<Context, 'headers' | 'req'>,
  language: string,
): AskApiAgain {
  const headers = Object.fromEntries(
    OF_THE_ADDRESS.flatMap((name) => {
      const value = visitor.headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return async (path, etag) => {
    const request = Object.assign(new IncomingMessage(visitor.req.socket), {
      method: 'GET',
      url: path,
      headers: { ...headers, 'accept-language': language, ...(etag !== null && { 'if-none-match': etag }) },
    });
    const response = new CollectedResponse(request);
    // Koa's default: 404.
    response.statusCode = 404;
    const context = strapi.server.app.createContext(request, response) as unknown as Context;
    context.state = { ...context.state, [OWN_READING]: true };
    try {
      await strapi.requestContext.run(context as never, () =>
        routesOf(strapi)(context as never, async () => undefined),
      );
    } catch (error) {
      if ((error as { status?: number; name?: string }).name === 'NotFoundError') throw new NotThere(path);
      if ((error as { status?: number }).status === 404) throw new NotThere(path);
      throw error;
    }
    const tag = context.response.get('ETag') || null;
    if (context.respond === false && !response.isWhole) throw new Error(`${path} broke off`);
    if (context.respond === false) return { body: response.text, etag: tag };
    if (etag !== null && context.status === 304) return null;
    if (context.status === 404) throw new NotThere(path);
    if (context.status !== 200) throw new ApiFailure(path, context.status);
    const isText = typeof context.body !== 'string' || !JSON_TYPE.test(context.response.type);
    return { body: isText ? context.body : JSON.parse(context.body as string), etag: tag };
  };
}

/** The same without caching. */
export const askedOnce =
  (ask: AskApiAgain): AskApi =>
  async (path) =>
    (await ask(path, null))?.body;
