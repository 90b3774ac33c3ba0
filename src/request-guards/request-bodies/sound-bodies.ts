import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { bodyFaultOf, type BodyFault } from './body-fault';
import { formFault, inSendingOrder, TooManyFiles, tooManyFiles } from './forms-with-files';
import { refuseBody, unstorableBody } from './refusal';
import { findUnstorable } from './unstorable';

/** A file of a form, kept on the disk while the request lasts. */
interface KeptFile {
  readonly filepath: string;
  readonly originalFilename?: unknown;
}

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

/** The files of a form by the name of their field. */
const formFiles = (ctx: Context): Record<string, KeptFile | KeptFile[]> =>
  (ctx.request as { files?: Record<string, KeptFile | KeptFile[]> }).files ?? {};

const filesOf = (ctx: Context): KeptFile[] => Object.values(formFiles(ctx)).flat();

/** What is said of the second file must be of the second file. */
function orderFiles(ctx: Context): void {
  const files = formFiles(ctx);
  for (const [field, sent] of Object.entries(files)) {
    if (Array.isArray(sent)) files[field] = inSendingOrder(sent);
  }
}

const bodyOf = (ctx: Context): unknown =>
  ctx.is('multipart')
    ? [withParsedTexts(ctx.request.body), filesOf(ctx).map(({ originalFilename }) => originalFilename)]
    : ctx.request.body;

/** Formidable's code for a client that went away. */
const ABORTED = 1002;

/**
 * Refuses a body that cannot be read or is too large, in the words of this site and without the stack Strapi would log
 * for it; a form with files where none is expected, before anything of it is read; and a body that holds what no
 * database stores as it was sent. Files of a form go from the disk with the request: Strapi leaves those of a refused
 * request there, and those under other names than `files`.
 * @param most bytes of a form with files
 */
export function soundBodies(strapi: Core.Strapi, read: Middleware, most: number): Middleware {
  const faultBefore = formFault(strapi, most);
  const faultOf = (ctx: Context, error: unknown): BodyFault | null => {
    if (error instanceof TooManyFiles) return tooManyFiles;
    const fault = bodyFaultOf(error);
    return fault?.status === 413 && ctx.is('multipart')
      ? { status: 413, code: 'FILES_TOO_LARGE', most }
      : fault;
  };

  return async (ctx, next) => {
    const refuse = (fault: BodyFault) => refuseBody(ctx, fault, requestLanguage(strapi));
    const before = faultBefore(ctx);
    if (before) return refuse(before);
    let isRead = false;
    let files: KeptFile[] = [];
    try {
      await read(ctx, async () => {
        isRead = true;
        orderFiles(ctx);
        files = filesOf(ctx);
        const found = findUnstorable(bodyOf(ctx));
        if (found) throw unstorableBody(found, requestLanguage(strapi));
        await next();
      });
      // Strapi answers this itself, in the parser's place.
      if (!isRead && ctx.status === 413) refuse({ status: 413, code: 'FILES_TOO_LARGE', most });
    } catch (error) {
      const fault = isRead ? null : faultOf(ctx, error);
      if (fault) return refuse(fault);
      // Nobody reads it; the access log does.
      if (!isRead && (error as { code?: unknown }).code === ABORTED) ctx.status = 400;
      else throw error;
    } finally {
      await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
    }
  };
}
