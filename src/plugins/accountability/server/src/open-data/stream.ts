import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** A reader that takes nothing for so long is gone; its snapshot must not stay open for ever. */
const STALLED_AFTER_MS = 60_000;

/** Made ahead while the socket takes what went before; more would only fill memory. */
const AHEAD_BYTES = 1024 * 1024;

async function* startingWith(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let part = first; !part.done; part = await rest.next()) yield part.value;
  } finally {
    await rest.return?.();
  }
}

/**
 * Sends parts as the body of an answer whose headers are set, at the reader's pace. The first part is made
 * before anything is sent, so that a failure up to there is an ordinary error answer. A later one breaks the
 * connection: nobody must take a part for the whole.
 * @throws what making the first part throws
 */
export async function streamBody(
  strapi: Core.Strapi,
  ctx: Context,
  parts: AsyncIterable<Uint8Array>,
): Promise<void> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next();

  ctx.status = 200;
  // Koa would pipe the body without telling a reader who is cut off from one who has everything.
  ctx.respond = false;
  ctx.res.setTimeout(STALLED_AFTER_MS, () => ctx.res.destroy());
  try {
    const body = Readable.from(startingWith(first, iterator), {
      objectMode: false,
      highWaterMark: AHEAD_BYTES,
    });
    await pipeline(body, ctx.res);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') {
      strapi.log.info(`Open data: the reader of ${ctx.path} hung up before the end`);
    } else {
      strapi.log.error(`Open data: ${ctx.path} broke off`, { error });
    }
    ctx.res.destroy();
  }
}
