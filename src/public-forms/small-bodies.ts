import type { Core } from '@strapi/strapi';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import { Refusal, refusalBody } from '../plugins/accountability/server/src/moderation/refusal';
import { soundBodies } from '../request-bodies/sound-bodies';
import type { Context, Middleware, Next } from 'koa';

const MOST_KB = 64;
const LIMIT = `${MOST_KB}kb`;
/** Comments, and reports of them. */
const FORMS = /\/comments(\/[^/]+\/reports)?\/?$/;

type BodyFactory = (config: object, context: { strapi: Core.Strapi }) => Middleware;

interface Middlewares {
  extend(uid: string, extension: (factory: BodyFactory) => BodyFactory): unknown;
}

/**
 * Has the bodies of forms anybody may send read as JSON of at most 64 kB: more is refused while it comes in, whatever
 * its headers say; the engine takes characters out of them that no database stores. All other bodies are read as Strapi
 * reads them, and refused where they hold such characters. Strapi insists on its own reader of bodies in the list of
 * middlewares, so it is extended there.
 */
export function keepPublicFormsSmall(strapi: Core.Strapi): void {
  (strapi.get('middlewares') as Middlewares).extend('strapi::body', (body) => (config, context) => {
    const usual = soundBodies(strapi, body(config, context));
    const small = body(
      { ...config, multipart: false, urlencoded: false, text: false, jsonLimit: LIMIT },
      context,
    );
    const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/`;
    const isPublicForm = ({ method, path }: Context): boolean =>
      method === 'POST' && path.startsWith(prefix) && FORMS.test(path);
    return (ctx, next) => (isPublicForm(ctx) ? readSmall(strapi, small, ctx, next) : usual(ctx, next));
  });
}

async function readSmall(strapi: Core.Strapi, small: Middleware, ctx: Context, next: Next): Promise<void> {
  let isRead = false;
  try {
    await small(ctx, async () => {
      isRead = true;
      await next();
    });
  } catch (error) {
    const { status } = error as { status?: number };
    if (isRead || (status !== 413 && status !== 400 && status !== 415)) throw error;
    // The parser's own message repeats a piece of what was sent, which must not reach the log.
    const refusal =
      status === 413
        ? new Refusal({ status: 413, code: 'BODY_TOO_LARGE', values: { most: String(MOST_KB) } })
        : new Refusal({ status: 400, code: 'NOT_JSON' });
    ctx.status = refusal.content.status;
    ctx.body = refusalBody(refusal, requestLanguage(strapi));
  }
}
