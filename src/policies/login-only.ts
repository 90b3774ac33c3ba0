import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { refusal } from '../request-guards/stricter-routes/refusal';

/**
 * Allows a login and no token, which has permissions of its own.
 * @throws PolicyError (403)
 */
export default ({ state }: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): boolean => {
  if (state.auth?.strategy?.name === 'admin') return true;
  const { message, details } = refusal(strapi, 'LOGIN_ONLY');
  throw new errors.PolicyError(message, details);
};
