import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { beforeActions } from '../controllers/before-actions';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** Strapi's actions on the account of whoever asks. */
const OWN_ACCOUNT: Readonly<Record<string, readonly string[]>> = {
  'admin::authenticated-user': ['updateMe'],
  'admin::authenticated-session': ['list', 'revoke', 'revokeAll'],
  'admin::authentication': ['logout'],
};

const isToken = (ctx: Context): boolean =>
  (ctx.state as { auth?: { strategy?: { name?: string } } }).auth?.strategy?.name === 'admin-token';

/**
 * Keeps tokens from the account of their owner. Strapi asks these addresses for no permission, so that a token that
 * may do a single thing could give the account another e-mail address, ask for a new password there, and be its
 * owner; or end the owner's sessions.
 */
export function keepAccountsToLogins(strapi: Core.Strapi): void {
  for (const [controller, names] of Object.entries(OWN_ACCOUNT)) {
    beforeActions(strapi, controller, names, (ctx) => {
      if (!isToken(ctx)) return;
      const messages = { en: en.LOGIN_NEEDED, ka: ka.LOGIN_NEEDED };
      // Of a plain ForbiddenError Strapi leaves out the words.
      throw new errors.PolicyError(messages[requestLanguage(strapi)], { code: 'LOGIN_NEEDED', messages });
    });
  }
}
