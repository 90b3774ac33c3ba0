import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { bodyFaultOf, type BodyFault } from './body-fault';
import { formFault, inSendingOrder, TooManyFiles, tooManyFiles } from './forms-with-files';
import { refuseBody, unstorableBody } from './refusal';
import { findUnstorable } from './unstorable';

/** A file of a form, on disk for the duration of the request. */
interface KeptFile {
  readonly filepath: string;
  readonly originalFilename?: unknown;
}

/** Members of a form with files that contain JSON text, as in the upload API. */
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

/** Metadata of the second file must belong to the second file. */
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

/** Formidable's code for a client disconnect. */
const ABORTED = 1002;

/**
 * Rejects a body that cannot be parsed or is too large, with a message of this site and without Strapi's stack
 * trace in the log; a form with files where none is expected, before it is parsed; and a body with content no
 * database stores unchanged. Temporary files of a form are deleted after the request: Strapi leaves those of a
 * rejected request, and those in other fields than `files`.
 * @param most bytes of a form with files
 */
export function validBodies(strapi: Core.Strapi, read: Middleware, most: number): Middleware {
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
      // Strapi answers this itself, instead of the parser.
      if (!isRead && ctx.status === 413) refuse({ status: 413, code: 'FILES_TOO_LARGE', most });
    } catch (error) {
      const fault = isRead ? null : faultOf(ctx, error);
      if (fault) return refuse(fault);
      // Nobody receives it; the access log records it.
      if (!isRead && (error as { code?: unknown }).code === ABORTED) ctx.status = 400;
      else throw error;
    } finally {
      await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
    }
  };
}
