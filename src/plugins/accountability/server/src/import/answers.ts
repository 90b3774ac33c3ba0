import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { respondTo, withErrorResponses } from '../http/error-responses';
import { requestLanguage } from '../languages/request-language';
import { languageCodes } from '../languages/site-languages';
import type { Actor } from '../workflow/actor';
import { ImportRefusal, refusalBody } from './refusal';

/** Makes handlers of imports, whose refusals become error responses. */
export function answering(strapi: Core.Strapi) {
  const refusals = respondTo(ImportRefusal, (ctx, refusal) => {
    ctx.status = refusal.status;
    ctx.body = refusalBody(refusal, requestLanguage(strapi), languageCodes(strapi));
  });
  return (work: (ctx: Context) => Promise<void>) => withErrorResponses(work, refusals);
}

/** @throws ImportRefusal 403 */
export function assertMay(actor: Actor | null, permission: string): asserts actor is Actor {
  if (!actor?.may(permission)) throw new ImportRefusal('IMPORT_NOT_ALLOWED', { permission });
}
