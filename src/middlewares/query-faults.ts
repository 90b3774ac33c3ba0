import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { faultyPart } from '../request-guards/query-faults/faulty-part';
import { queryRefused } from '../request-guards/query-faults/refusal';

/**
 * Rejects panel queries with parts no content type has: Strapi validates the queries of its content API, but passes
 * those of the panel to the database, which results in a server error with a stack trace in the log.
 * @throws ValidationError (400) with `details.code` `QUERY_INVALID`
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const part = error instanceof Error ? faultyPart(error.message, ctx.url) : null;
      throw part === null ? error : queryRefused(part, requestLanguage(strapi));
    }
  };
