import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageCodes } from '../languages/site-languages';
import { requestLanguage, type Language } from '../languages/request-language';
import { withErrorResponses, type ErrorResponder } from '../http/error-responses';
import { isDatabaseUnavailable, withoutWords } from '../database/database-errors';
import { delayRefusal } from './delayed-refusals';
import { Refusal, refusalBody } from './refusal';

const RETRY_SECONDS = 30;
const TOO_MANY = 429;

/** The language of an answer's messages: the locale the request names, else the preferred one. */
export function languageOf(strapi: Core.Strapi, ctx: Context): Language {
  const body = ctx.request.body as { data?: { locale?: unknown } } | undefined;
  const site = languageCodes(strapi);
  // A repeated parameter is an array, which must not match a code when converted to text.
  const named = [ctx.query.locale, body?.data?.locale].find(
    (code): code is string => typeof code === 'string' && site.includes(code),
  );
  return named ?? requestLanguage(strapi);
}

/** Answers a refusal in Strapi's shape; the answer to a client over a rate limit is delayed. */
export async function answerRefusal(strapi: Core.Strapi, ctx: Context, refusal: Refusal): Promise<void> {
  const { status, retryAfter } = refusal.content;
  if (status === TOO_MANY) await delayRefusal(ctx.req);
  ctx.status = status;
  if (retryAfter !== undefined) ctx.set('Retry-After', String(retryAfter));
  ctx.body = refusalBody(refusal, languageOf(strapi, ctx), languageCodes(strapi));
}

/**
 * Responder for refusals, and for a database that cannot be used (503). Other errors are thrown again without the
 * values they hold: nothing that people wrote may reach the log.
 */
export const refusals =
  (strapi: Core.Strapi): ErrorResponder =>
  async (ctx, error) => {
    if (error instanceof Refusal) {
      await answerRefusal(strapi, ctx, error);
      return true;
    }
    if (isDatabaseUnavailable(error)) {
      strapi.log.error(`The database cannot be used: ${withoutWords(error).message}`);
      const unavailable = new Refusal({ status: 503, code: 'UNAVAILABLE', retryAfter: RETRY_SECONDS });
      await answerRefusal(strapi, ctx, unavailable);
      return true;
    }
    // Strapi's own validation errors name fields and rules, no values.
    if (error instanceof errors.ApplicationError) return false;
    throw withoutWords(error);
  };

/** Wraps a public action of comments. */
export const withRefusalResponse = (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  withErrorResponses(work, refusals(strapi));
