import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { refusal } from '../request-guards/stricter-routes/refusal';

/** Lets a login in and no token, which acts for its owner within its own permissions only. @throws PolicyError (403) */
export default ({ state }: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): boolean => {
  if (state.auth?.strategy?.name === 'admin') return true;
  const { message, details } = refusal(strapi, 'LOGIN_ONLY');
  throw new errors.PolicyError(message, details);
};
