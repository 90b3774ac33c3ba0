import { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';

import { OWN_READING } from 'strapi-plugin-accountability/server';
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

/** An answer that may be kept, and the tag it is recognised by. */
export interface TaggedAnswer {
  readonly body: unknown;
  readonly etag: string | null;
}

/** Asks for what is kept already by its tag. @returns null where it is still the same */
export type AskApiAgain = (path: string, etag: string | null) => Promise<TaggedAnswer | null>;

/**
 * Asks the site's own API as any visitor would, without a login and without the way over the network: the request goes
 * through the API's own routes with their permissions, policies and sanitising. A page cannot show what the API hides.
 * @param language of messages and labels
 * @throws NotThere for 404
 * @throws ApiFailure for every other answer that is no success, Error for one that breaks off, what its routes throw
 */
export function askApiAgain(strapi: Core.Strapi, visitor: Context, language: string): AskApiAgain {
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
    // As Koa begins: what nobody answers is not there.
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
    return { body: typeof context.body === 'string' ? JSON.parse(context.body) : context.body, etag: tag };
  };
}

/** The same for what is not kept. */
export const askedOnce =
  (ask: AskApiAgain): AskApi =>
  async (path) =>
    (await ask(path, null))?.body;
