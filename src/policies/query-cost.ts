import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { OWN_READING, requestLanguage } from 'strapi-plugin-accountability/server';
import { contentModel } from '../content-api/query-cost/content-model';
import { contentSizes } from '../content-api/query-cost/content-sizes';
import { costlyQueryError } from '../content-api/query-cost/costly-query-error';
import { IS_EXPENSIVE_QUERY, isExpensiveQuery } from '../content-api/query-cost/expensive-query';
import { exceededLimits } from '../content-api/query-cost/exceeded';
import type { QueryLimits } from '../content-api/query-cost/limits';
import { measureQuery } from '../content-api/query-cost/measure-query';
import type { Measured } from '../content-api/query-cost/measured';
import type { Sizes } from '../content-api/query-cost/sizes';

/** Null where the database is unavailable: reading the content reports it in its own way. */
async function sizesOrNone(strapi: Core.Strapi): Promise<Sizes | null> {
  try {
    return await contentSizes(strapi);
  } catch (error) {
    strapi.log.warn(`The size of the content could not be read: ${(error as Error).message}`);
    return null;
  }
}

/**
 * Limits the cost of a content API query before it reaches the database: SQLite plans a join in the main thread.
 * @throws ValidationError (400) with each exceeded limit, its value and the parameter
 */
export default async (
  { state, request, params }: Context,
  { uid }: { uid: UID.ContentType },
  { strapi }: { strapi: Core.Strapi },
): Promise<boolean> => {
  // The site's own pages send the same queries at every request.
  if (state[OWN_READING]) return true;
  const hasToken = state.auth?.strategy?.name === 'content-api-token';
  const limits = strapi.config.get<QueryLimits>(`tracker.queryLimits.${hasToken ? 'token' : 'public'}`);
  const refuseBeyond = (measured: Measured): void => {
    const exceeded = exceededLimits(measured, limits);
    if (exceeded.length > 0) throw costlyQueryError(exceeded, requestLanguage(strapi));
  };
  const { querystring, query } = request;
  if (querystring.length > limits.length) {
    refuseBeyond(new Map([['length', { count: querystring.length, parameter: 'query' }]]));
  }
  const model = contentModel((name) => strapi.getModel(name as UID.Schema));
  const measured = measureQuery(query, uid, model);
  state[IS_EXPENSIVE_QUERY] = isExpensiveQuery(measured);
  refuseBeyond(measured);
  const isOfSize = measured.has('listJoins') || measured.has('textFilters');
  if (query.populate === undefined && !isOfSize) return true;

  // Only now content sizes are read, which queries the database now and then.
  const sizes = await sizesOrNone(strapi);
  if (sizes) {
    const isSingle = params.documentId !== undefined || params.id !== undefined;
    refuseBeyond(measureQuery(query, uid, model, { sizes, isSingle }));
  }
  return true;
};
