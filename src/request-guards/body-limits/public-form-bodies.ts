import type { Core } from '@strapi/strapi';

import {
  Refusal,
  answerRefusal,
  countAttempt,
  refuseIfTriedTooOften,
} from 'strapi-plugin-accountability/server';
import { formOptions } from '../request-bodies/forms-with-files';
import { soundBodies } from '../request-bodies/sound-bodies';
import type { Context, Middleware, Next } from 'koa';

const MOST_KB = 64;
const LIMIT = `${MOST_KB}kb`;
/** Comments, and reports of them. */
const FORMS = /\/comments(\/[^/]+\/reports)?\/?$/;
/** The links that end mails: what a mail program sends there says nothing that the link does not. */
const UNSUBSCRIBING = /\/comments\/unsubscribe\/[^/]+\/?$/;

type BodyFactory = (config: object, context: { strapi: Core.Strapi }) => Middleware;

interface Middlewares {
  extend(uid: string, extension: (factory: BodyFactory) => BodyFactory): unknown;
}

/**
 * Has the bodies of forms anybody may send read as JSON of at most 64 kB: more is refused while it comes in, whatever
 * its headers say; the engine takes characters out of them that no database stores. What nobody needs is not read at
 * all. All other bodies are read as Strapi reads them, and refused where they hold such characters. Strapi insists on its
 * own reader of bodies in the list of middlewares, so it is extended there.
 */
export function limitPublicFormBodies(strapi: Core.Strapi): void {
  (strapi.get('middlewares') as Middlewares).extend('strapi::body', (body) => (config, context) => {
    const most = strapi.config.get<number>('tracker.requestBodies.formBytes');
    const usual = soundBodies(strapi, body({ ...config, formidable: formOptions(most) }, context), most);
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

/** Answers what is refused while it is read; it counts as an attempt of its address like what the form refuses. */
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

/** The refusal of a body that was not read, null where something else has failed. */
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
  // The parser's own message repeats a piece of what was sent, which must not reach the log.
  return status === 413
    ? new Refusal({ status: 413, code: 'BODY_TOO_LARGE', values: { most: String(MOST_KB) } })
    : new Refusal({ status: 400, code: 'NOT_JSON' });
}
