import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import {
  ProblemError,
  isAtOrBelow,
  requestLanguage,
  respondWithProblem,
} from 'strapi-plugin-accountability/server';
import { costlyQueryError } from '../content-api/query-cost/costly-query-error';

import { tooLongQuery } from '../request-guards/query-length/query-length';

/**
 * Limits the length of the query string of public routes before it is parsed: exports, feeds, comments and
 * histories as well as the content API, which has narrower limits of its own (`global::query-cost`). Pages have a
 * limit of their own, with a page.
 * @throws ValidationError (400) that states the limit; open data answers with problem+json
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const openData = `${prefix}/open-data`;
  const limits = {
    most: strapi.config.get<number>('tracker.queryLength'),
    withToken: strapi.config.get<number>('tracker.queryLimits.token.length'),
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isAtOrBelow(ctx.path, prefix)) return next();

    const isOpenData = isAtOrBelow(ctx.path, openData);
    const tooLong = tooLongQuery(ctx.querystring, limits, !isOpenData && 'authorization' in ctx.headers);
    if (!tooLong) return next();
    if (!isOpenData) {
      throw costlyQueryError([{ limit: 'length', parameter: 'query', ...tooLong }], requestLanguage(strapi));
    }
    const { most, received } = tooLong;
    const values = { most: String(most), length: String(received) };
    respondWithProblem(
      strapi,
      ctx,
      new ProblemError('query-too-long', { values, members: { most, length: received } }),
    );
  };
};
