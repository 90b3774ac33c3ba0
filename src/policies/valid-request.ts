import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { REQUESTS } from '../request-guards/stricter-routes/requests';

/**
 * Rejects requests that would make Strapi's own handler fail.
 * @throws ValidationError (400), NotFoundError (404)
 */
export default async (
  ctx: Context,
  { request }: { request: string },
  { strapi }: { strapi: Core.Strapi },
): Promise<boolean> => {
  await REQUESTS[request]?.(ctx, strapi);
  return true;
};
