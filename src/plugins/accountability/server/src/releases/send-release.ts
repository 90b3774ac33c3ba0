import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isSameAsBefore, requestedRange, type ByteRange } from '../http/byte-range';
import { isNotModified, lastModified } from '../http/conditional';
import { attachment } from '../http/site-url';
import { ProblemError } from '../http/problem-details';
import { streamBody } from '../export/stream';
import { readFile } from './storage';
import { findRelease, type KeptRelease } from './store';
import { ZIP } from './validators';

interface Asked {
  readonly base: string;
  /** null where the path names no zip file. */
  readonly version: string | null;
  /** Prefix of the file's name. */
  readonly name: string;
  readonly links: string;
}

/** Constant headers of a release; its bytes never change, so its digest is its entity tag. */
function setHeaders(ctx: Context, { version, sha256, sequence, rows }: KeptRelease, { name, links }: Asked) {
  ctx.set({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Accept-Ranges': 'bytes',
    'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'Content-Disposition': attachment(`${name}-${version}.zip`),
    'X-Total-Rows': String(Object.values(rows).reduce((total, count) => total + count, 0)),
    'X-Last-Sequence': String(sequence),
    'X-Release-Version': version,
    Link: links,
  });
}

/**
 * The requested range.
 * @throws ProblemError 416 for one after the end
 */
function partOf(
  ctx: Context,
  size: number,
  validators: { etag: string; modified: string },
): ByteRange | null {
  // Ranges apply to GET only (RFC 9110, 14.2).
  if (ctx.method !== 'GET' || !isSameAsBefore(ctx.get('If-Range') || undefined, validators)) return null;
  const range = requestedRange(ctx.get('Range') || undefined, size);
  if (range !== 'unsatisfiable') return range;
  throw new ProblemError('range-not-satisfiable', {
    received: String(size),
    headers: { 'Content-Range': `bytes */${size}`, 'Accept-Ranges': 'bytes' },
  });
}

/**
 * Sends a release, a range of it, or 304 to a client that has it.
 * @throws ProblemError 404 with the address of the list, 416
 */
export async function sendRelease(strapi: Core.Strapi, ctx: Context, asked: Asked): Promise<void> {
  const release = asked.version === null ? null : await findRelease(strapi, asked.version);
  if (!release) {
    throw new ProblemError('unknown-release', {
      received: asked.version ?? '',
      members: { releases: `${asked.base}/releases.json` },
    });
  }
  const { bytes, sha256, file } = release;
  const validators = { etag: `"${sha256}"`, modified: new Date(release.released) };
  const modified = lastModified(validators);
  setHeaders(ctx, release, asked);
  ctx.set({ ETag: validators.etag, 'Last-Modified': modified });
  if (isNotModified(ctx.headers, validators)) {
    ctx.status = 304;
    return;
  }
  const part = partOf(ctx, bytes, { etag: validators.etag, modified });
  const range = part ?? { start: 0, end: bytes - 1 };
  if (part) ctx.set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`);
  ctx.set({ 'Content-Type': ZIP, 'Content-Length': String(range.end - range.start + 1) });
  if (ctx.method === 'HEAD') {
    ctx.status = 200;
    return;
  }
  const reading = new AbortController();
  const parts = readFile(strapi, file, range, reading.signal);
  try {
    await streamBody(strapi, ctx, parts, part ? 206 : 200);
  } finally {
    reading.abort();
    await parts.return(undefined).catch(() => undefined);
  }
}
