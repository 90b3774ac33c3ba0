import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageCodes } from '../languages/site-languages';
import { requestLanguage, type Language } from '../languages/request-language';
import { isDatabaseUnavailable, withoutWords } from '../database/database-errors';
import { holdRefusal } from './delayed-refusals';
import { Refusal, refusalBody } from './refusal';

const RETRY_SECONDS = 30;
const TOO_MANY = 429;

/** The language an answer's sentences are in: the one the request names, else the reader's. */
export function languageOf(strapi: Core.Strapi, ctx: Context): Language {
  const body = ctx.request.body as { data?: { locale?: unknown } } | undefined;
  const site = languageCodes(strapi);
  // A parameter that is repeated comes as a list, whose text would name a language too.
  const named = [ctx.query.locale, body?.data?.locale].find(
    (code): code is string => typeof code === 'string' && site.includes(code),
  );
  return named ?? requestLanguage(strapi);
}

/** Answers a refusal in Strapi's shape; who sends too much is held for a moment. */
export async function answerRefusal(strapi: Core.Strapi, ctx: Context, refusal: Refusal): Promise<void> {
  const { status, retryAfter } = refusal.content;
  if (status === TOO_MANY) await holdRefusal(ctx.req);
  ctx.status = status;
  if (retryAfter !== undefined) ctx.set('Retry-After', String(retryAfter));
  ctx.body = refusalBody(refusal, languageOf(strapi, ctx), languageCodes(strapi));
}

/**
 * Answers a refusal in Strapi's shape, in both languages, and a database that cannot be used with 503. Nothing that
 * people wrote reaches the log with an error.
 */
export const withRefusalResponse =
  (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  async (ctx: Context): Promise<void> => {
    try {
      await work(ctx);
    } catch (error) {
      if (error instanceof Refusal) return answerRefusal(strapi, ctx, error);
      if (isDatabaseUnavailable(error)) {
        strapi.log.error(`The database cannot be used: ${withoutWords(error).message}`);
        return answerRefusal(
          strapi,
          ctx,
          new Refusal({ status: 503, code: 'UNAVAILABLE', retryAfter: RETRY_SECONDS }),
        );
      }
      // Strapi's own refusals name fields and rules, no values.
      if (error instanceof errors.ApplicationError) throw error;
      throw withoutWords(error);
    }
  };
