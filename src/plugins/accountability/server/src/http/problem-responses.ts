import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { withErrorResponses, type ErrorResponder } from './error-responses';
import { inheritedNames } from './inherited-names';
import { isAtOrBelow } from './paths';
import { ProblemError, problemDocument } from './problem-details';
import { acceptedLanguage } from '../languages/request-language';

const MEDIA_TYPE = 'application/problem+json';
/** Headers that describe a successful response. */
const SUCCESS_HEADERS = [
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

/** Answers with the problem, in the language the reader prefers. Headers set for a success are removed. */
export function respondWithProblem(strapi: Core.Strapi, ctx: Context, problem: ProblemError): void {
  const language = acceptedLanguage(strapi, ctx);
  for (const header of SUCCESS_HEADERS) ctx.remove(header);
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

/** @throws ProblemError 400 for parameters the query parser drops, which no later check would see */
function refuseInheritedNames({ querystring }: Context): void {
  const names = inheritedNames(querystring);
  if (names.length === 0) return;
  throw new ProblemError('invalid-query', {
    errors: names.map((parameter) => ({ parameter, key: 'inherited-name' })),
  });
}

/** The problem for an error response that Strapi or the router sent: no such route, wrong method, bad request. */
function problemOfStatus(status: number): ProblemError {
  if (status === 404) return new ProblemError('not-found');
  if (status === 405 || status === 501) return new ProblemError('method-not-allowed', { status });
  if (status >= 500) return new ProblemError('internal-error');
  return new ProblemError('request-refused', { status });
}

/** Answers every error as a problem document; an unexpected one is logged and answered without its message. */
const problemResponder =
  (strapi: Core.Strapi): ErrorResponder =>
  (ctx, error) => {
    const isProblem = error instanceof ProblemError;
    if (!isProblem) strapi.log.error(error);
    respondWithProblem(strapi, ctx, isProblem ? error : new ProblemError('internal-error'));
    return true;
  };

/**
 * For actions below the open-data addresses: problem documents (RFC 9457) instead of Strapi's shape of errors.
 * Strapi's own error handler runs before the middleware below could see what an action throws.
 */
export const withProblemResponse = (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  withErrorResponses(work, problemResponder(strapi));

/**
 * Middleware: makes every error below the open-data addresses a problem document, also those that arise before or
 * beside a controller.
 */
export const problemResponses =
  (prefix: string, strapi: Core.Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (!isAtOrBelow(ctx.path, prefix)) return next();
    await withProblemResponse(strapi, async () => {
      refuseInheritedNames(ctx);
      await next();
    })(ctx);
    const isOurs = ctx.response.is('problem+json', MEDIA_TYPE);
    if (ctx.status >= 400 && !isOurs && !ctx.headerSent)
      respondWithProblem(strapi, ctx, problemOfStatus(ctx.status));
  };
