import type { Core } from '@strapi/strapi';

import {
  Refusal,
  answerRefusal,
  countAttempt,
  refuseIfTriedTooOften,
} from 'strapi-plugin-accountability/server';
import { formOptions } from '../request-bodies/forms-with-files';
import { validBodies } from '../request-bodies/valid-bodies';
import type { Context, Middleware, Next } from 'koa';

const MAX_KB = 64;
const LIMIT = `${MAX_KB}kb`;
/** Comments, and reports of them. */
const FORMS = /\/comments(\/[^/]+\/reports)?\/?$/;
/** The unsubscribe links of mails: their body is irrelevant. */
const UNSUBSCRIBING = /\/comments\/unsubscribe\/[^/]+\/?$/;

type BodyFactory = (config: object, context: { strapi: Core.Strapi }) => Middleware;

interface Middlewares {
  extend(uid: string, extension: (factory: BodyFactory) => BodyFactory): unknown;
}

/**
 * Limits the bodies of public forms to JSON of at most 64 kB: more is refused while it is received, whatever its
 * headers say; the engine removes characters no database stores. Irrelevant bodies are not read at all. All other
 * bodies are parsed as Strapi does, and refused where they contain such characters. Strapi requires its own body
 * parser in the list of middlewares, so it is extended there.
 */
export function limitPublicFormBodies(strapi: Core.Strapi): void {
  (strapi.get('middlewares') as Middlewares).extend('strapi::body', (body) => (config, context) => {
    const most = strapi.config.get<number>('tracker.requestBodies.formBytes');
    const usual = validBodies(strapi, body({ ...config, formidable: formOptions(most) }, context), most);
    const small = body(
      { ...config, multipart: false, urlencoded: false, text: false, jsonLimit: LIMIT },
      context,
    );
    const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/`;
    const isPostTo = ({ method, path }: Context, addresses: RegExp): boolean =>
      method === 'POST' && path.startsWith(prefix) && addresses.test(path);
    return (ctx, next) => {
      if (isPostTo(ctx, FORMS)) return readSmall(strapi, small, ctx, next);
      return isPostTo(ctx, UNSUBSCRIBING) ? next() : usual(ctx, next);
    };
  });
}

/** Answers refusals during parsing; they count against the rate limit of the address like those of the form. */
async function readSmall(strapi: Core.Strapi, small: Middleware, ctx: Context, next: Next): Promise<void> {
  let isRead = false;
  try {
    refuseIfTriedTooOften(strapi, ctx.ip);
    await small(ctx, async () => {
      isRead = true;
      await next();
    });
  } catch (error) {
    const refusal = isRead ? null : refusalOf(strapi, ctx, error);
    if (!refusal) throw error;
    await answerRefusal(strapi, ctx, refusal);
  }
}

/** The refusal for a body that was not parsed, null for any other error. */
function refusalOf(strapi: Core.Strapi, { ip }: Context, error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { status } = error as { status?: number };
  if (status !== 413 && status !== 400 && status !== 415) return null;
  try {
    countAttempt(strapi, ip);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  // The parser's own message contains a part of the body, which must not be logged.
  return status === 413
    ? new Refusal({ status: 413, code: 'BODY_TOO_LARGE', values: { most: String(MAX_KB) } })
    : new Refusal({ status: 400, code: 'NOT_JSON' });
}
