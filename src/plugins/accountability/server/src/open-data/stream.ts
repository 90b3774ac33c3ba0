import type { ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** A reader that takes nothing for so long is gone; its snapshot must not stay open for ever. */
const STALLED_AFTER_MS = 60_000;

class ReaderGone extends Error {}

/** An error of another thread may be of no class known here. */
const reasonOf = (error: unknown): string => (error as Error | null)?.stack ?? String(error);

/**
 * Makes the function that waits for something, and gives up as soon as the connection is closed. A promise of the close
 * in a race with each part would keep something of every part until then.
 */
function untilReaderGone(response: ServerResponse): <T>(work: Promise<T>) => Promise<T> {
  let isGone = false;
  let giveUp: ((reason: ReaderGone) => void) | null = null;
  // A connection also closes after the end, when nobody waits any more.
  response.once('close', () => {
    isGone = true;
    giveUp?.(new ReaderGone());
  });
  return (work) =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      work.then(resolve, reject);
      if (isGone) reject(new ReaderGone());
    });
}

/** Resolves when the system has taken the part: only then may its memory serve for another. */
const written = (response: ServerResponse, part: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    response.write(part, (error) => (error ? reject(new ReaderGone()) : resolve()));
  });

const ended = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.end(resolve);
  });

/**
 * Sends parts as the body of an answer whose headers are set, at the reader's pace. The first part is made
 * before anything is sent, so that a failure up to there is an ordinary error answer. A later one breaks the
 * connection: nobody must take a part for the whole.
 * @param parts each valid until the next one is asked for
 * @param status 206 for a part of a file
 * @returns whether all went well here; the reader may have hung up
 * @throws what making the first part throws
 */
export async function streamBody(
  strapi: Core.Strapi,
  ctx: Context,
  parts: AsyncGenerator<Uint8Array>,
  status: 200 | 206 = 200,
): Promise<boolean> {
  const orGone = untilReaderGone(ctx.res);
  let part = await parts.next();

  ctx.status = status;
  // Koa would pipe the body without telling a reader who is cut off from one who has everything.
  ctx.respond = false;
  ctx.res.setTimeout(STALLED_AFTER_MS, () => ctx.res.destroy());
  try {
    while (!part.done) {
      await orGone(written(ctx.res, part.value));
      part = await orGone(parts.next());
    }
    await orGone(ended(ctx.res));
    return true;
  } catch (error) {
    const isReaderGone = error instanceof ReaderGone;
    if (isReaderGone) {
      strapi.log.info(`Open data: the reader of ${ctx.path} hung up before the end`);
    } else {
      strapi.log.error(`Open data: ${ctx.path} broke off: ${reasonOf(error)}`);
    }
    ctx.res.destroy();
    // What it still waits for ends with the source; nobody waits for it here.
    void parts.return(undefined).catch(() => undefined);
    return isReaderGone;
  }
}
