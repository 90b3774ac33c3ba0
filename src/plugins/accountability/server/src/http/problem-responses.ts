import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { inheritedNames } from './inherited-names';
import { isAtOrBelow } from './paths';
import { ProblemError, problemDocument } from './problem-details';
import { acceptedLanguage } from '../languages/request-language';

const MEDIA_TYPE = 'application/problem+json';
/** Headers that say something of the file that was meant. */
const OF_A_SUCCESS = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Length',
  'Content-Location',
  'Content-Range',
  'ETag',
  'Last-Modified',
  'Link',
  'Repr-Digest',
  'X-Last-Sequence',
  'X-Release-Version',
  'X-Total-Rows',
];

/** Answers with the problem, in the language the reader prefers. Headers set for a success are taken back. */
export function respondWithProblem(strapi: Core.Strapi, ctx: Context, problem: ProblemError): void {
  const language = acceptedLanguage(strapi, ctx);
  for (const header of OF_A_SUCCESS) ctx.remove(header);
  ctx.status = problem.status;
  ctx.body = JSON.stringify(problemDocument(problem, ctx.originalUrl, language));
  ctx.set({
    'Content-Type': MEDIA_TYPE,
    'Content-Language': language,
    'Cache-Control': 'no-store',
    ...problem.options.headers,
  });
  ctx.vary('Accept-Language');
}

/** @throws ProblemError 400 for parameters the parser of queries leaves out: nobody behind it could refuse them */
function refuseInheritedNames({ querystring }: Context): void {
  const names = inheritedNames(querystring);
  if (names.length === 0) return;
  throw new ProblemError('invalid-query', {
    errors: names.map((parameter) => ({ parameter, key: 'inherited-name' })),
  });
}

/** The problem that stands for an answer Strapi or the router gave: no such route, wrong method, bad request. */
function problemOfStatus(status: number): ProblemError {
  if (status === 404) return new ProblemError('not-found');
  if (status === 405 || status === 501) return new ProblemError('method-not-allowed', { status });
  if (status >= 500) return new ProblemError('internal-error');
  return new ProblemError('request-refused', { status });
}

/**
 * Makes every error below the open-data addresses a problem document (RFC 9457), also those that arise before
 * or beside the controller. What went wrong inside is logged, never told.
 */
export const problemResponses =
  (prefix: string, strapi: Core.Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (!isAtOrBelow(ctx.path, prefix)) return next();
    try {
      refuseInheritedNames(ctx);
      await next();
    } catch (error) {
      if (error instanceof ProblemError) return respondWithProblem(strapi, ctx, error);
      strapi.log.error(error);
      return respondWithProblem(strapi, ctx, new ProblemError('internal-error'));
    }
    const isOurs = ctx.response.is('problem+json', MEDIA_TYPE);
    if (ctx.status >= 400 && !isOurs && !ctx.headerSent)
      respondWithProblem(strapi, ctx, problemOfStatus(ctx.status));
  };

/** Strapi's own error handler stands nearer than ours and knows no problem documents. */
export const withProblemResponse =
  (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  async (ctx: Context): Promise<void> => {
    try {
      await work(ctx);
    } catch (error) {
      if (!(error instanceof ProblemError)) strapi.log.error(error);
      respondWithProblem(
        strapi,
        ctx,
        error instanceof ProblemError ? error : new ProblemError('internal-error'),
      );
    }
  };
