import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { faultyPart } from '../request-guards/query-faults/faulty-part';
import { queryRefused } from '../request-guards/query-faults/refusal';

/**
 * Refuses what the panel's addresses are asked for that no content type has: Strapi validates the queries of its content
 * API, and lets those of the panel run into the database, as a fault of the server with a stack in the log.
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
