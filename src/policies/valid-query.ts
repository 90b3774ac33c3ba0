import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { requestLanguage } from 'strapi-plugin-accountability/server';
import { namesIn } from '../content-api/query-validation/model';
import { queryFault } from '../content-api/query-validation/query-fault';
import { invalidQueryError } from '../content-api/query-validation/invalid-query-error';

/**
 * Rejects queries that would fail in the database, on one engine or on both.
 * @throws ValidationError (400)
 */
export default (
  { request }: Context,
  { uid }: { uid: UID.ContentType },
  { strapi }: { strapi: Core.Strapi },
): boolean => {
  const fault = queryFault(
    request.query,
    uid,
    namesIn((name) => strapi.getModel(name as UID.Schema)),
  );
  if (fault) throw invalidQueryError(fault, requestLanguage(strapi));
  return true;
};
