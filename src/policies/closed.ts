import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { refusal } from '../request-guards/stricter-routes/refusal';

/**
 * Closes a route of Strapi's that the site does not use.
 * @throws PolicyError (403)
 */
export default (_ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): boolean => {
  const { message, details } = refusal(strapi, 'ADDRESS_CLOSED');
  throw new errors.PolicyError(message, details);
};
