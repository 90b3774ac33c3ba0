import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Middleware, Next } from 'koa';

import { FixedWindowCounter, networkOf, requestLanguage } from 'strapi-plugin-accountability/server';
import { messageIn } from '../refusals/localized-message';
import type { KeyOf } from 'strapi-plugin-accountability/server';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('accounts');

type Factory = (config: object, context: { strapi: Core.Strapi }) => Middleware;

interface Middlewares {
  extend(uid: string, extension: (factory: Factory) => Factory): unknown;
}

/** Strapi's own rate limits of login and password reset; each counts by e-mail address and client. */
const LIMITS = ['admin::rateLimit', 'plugin::email.rateLimit'];
/** Maximum length of an e-mail address (RFC 5321). */
const MAX_EMAIL_LENGTH = 254;

/**
 * Limits login attempts per client, whatever e-mail addresses it uses: Strapi allows five attempts per address, so
 * that a client with a list of addresses has no limit, and keeps each address in memory, however long. In IPv6 a
 * network is one client.
 */
export function boundLoginAttempts(strapi: Core.Strapi): void {
  const { perAddress, minutes } = strapi.config.get<{ perAddress: number; minutes: number }>(
    'tracker.logins',
  );
  const attempts = new FixedWindowCounter(perAddress, minutes * 60_000);

  const said = (code: KeyOf<typeof WORDS>, values: Readonly<Record<string, number>>) => {
    const { message, messages } = messageIn(requestLanguage(strapi), (of) => WORDS.say(of, code, values));
    return { message, details: { code, messages } };
  };

  function check(ctx: Context): void {
    if (!strapi.config.get<boolean>('admin.rateLimit.enabled', true)) return;
    const wait = attempts.count(networkOf(ctx.ip));
    if (wait > 0) {
      const retryAfter = Math.ceil(wait / 1000);
      ctx.set('Retry-After', String(retryAfter));
      const { message, details } = said('TOO_MANY_ATTEMPTS', { minutes: Math.ceil(retryAfter / 60) });
      throw new errors.RateLimitError(message, { ...details, retryAfter });
    }
    const { email } = (ctx.request.body ?? {}) as { email?: unknown };
    if (typeof email === 'string' && email.length > MAX_EMAIL_LENGTH) {
      const { message, details } = said('EMAIL_TOO_LONG', { most: MAX_EMAIL_LENGTH });
      throw new errors.ValidationError(message, details);
    }
  }

  for (const uid of LIMITS) {
    (strapi.get('middlewares') as Middlewares).extend(uid, (factory) => (config, context) => {
      const usual = factory(config, context);
      return (ctx: Context, next: Next): unknown => {
        check(ctx);
        return usual(ctx as never, next);
      };
    });
  }
}
