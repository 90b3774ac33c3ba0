import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import { unreadableBody, unstorableBody } from './refusal';
import { findUnstorable } from './unstorable';

/** Members of a form with files that are JSON in a text, as the upload of files has them. */
function withParsedTexts(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.entries(body).map(([name, value]) => [name, [value].flat().map(parsedText)]);
}

function parsedText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return [value, JSON.parse(value)];
  } catch {
    return value;
  }
}

const fileNames = (ctx: Context): unknown =>
  Object.values((ctx.request as { files?: Record<string, unknown> }).files ?? {})
    .flat()
    .map((file) => (file as { originalFilename?: unknown }).originalFilename);

/** Koa's parsers of bodies mark what the client has done wrong. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError && (error as { status?: unknown }).status === 400;

/**
 * Refuses a body that cannot be read, without the stack Strapi would log for it, and one that holds what no database
 * stores as it was sent.
 */
export function soundBodies(strapi: Core.Strapi, read: Middleware): Middleware {
  return async (ctx, next) => {
    let isRead = false;
    try {
      await read(ctx, async () => {
        isRead = true;
        const found = findUnstorable(bodyOf(ctx));
        if (found) throw unstorableBody(found, requestLanguage(strapi));
        await next();
      });
    } catch (error) {
      if (isRead || !isUnreadable(error)) throw error;
      throw unreadableBody(requestLanguage(strapi));
    }
  };
}

const bodyOf = (ctx: Context): unknown =>
  ctx.is('multipart') ? [withParsedTexts(ctx.request.body), fileNames(ctx)] : ctx.request.body;
