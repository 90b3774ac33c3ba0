import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { contentModel } from '../content-api/query-cost/content-model';
import { costlyQueryError } from '../content-api/query-cost/costly-query-error';
import { IS_DEAR_QUERY, isDearQuery } from '../content-api/query-cost/dear-query';
import { exceededLimits } from '../content-api/query-cost/exceeded';
import type { QueryLimits } from '../content-api/query-cost/limits';
import { measureQuery } from '../content-api/query-cost/measure-query';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import { OWN_READING } from '../plugins/accountability/server/src/open-data/slots';

/**
 * Bounds what a query of the content API may cost, before the database is asked for it: SQLite plans a join in the
 * thread that answers everybody else.
 * @throws ValidationError (400) with each limit that is exceeded, its value and the parameter
 */
export default (
  { state, request }: Context,
  { uid }: { uid: UID.ContentType },
  { strapi }: { strapi: Core.Strapi },
): boolean => {
  // The site's own pages ask for the same things at every request.
  if (state[OWN_READING]) return true;
  const hasToken = state.auth?.strategy?.name === 'content-api-token';
  const limits = strapi.config.get<QueryLimits>(`tracker.queryLimits.${hasToken ? 'token' : 'public'}`);
  const measured =
    request.querystring.length > limits.length
      ? new Map([['length' as const, { count: request.querystring.length, parameter: 'query' }]])
      : measureQuery(
          request.query,
          uid,
          contentModel((name) => strapi.getModel(name as UID.Schema)),
        );
  state[IS_DEAR_QUERY] = isDearQuery(measured);
  const exceeded = exceededLimits(measured, limits);
  if (exceeded.length > 0) throw costlyQueryError(exceeded, requestLanguage(strapi));
  return true;
};
