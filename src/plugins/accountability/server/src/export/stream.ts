import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ClientDisconnected, Reading, type Leaving } from './readers/reading';
import { readerLimits } from '../datasets/settings';

const LEFT: Readonly<Record<Leaving, string>> = {
  'hung up': 'hung up before the end',
  'too slow': 'was cut off: it read too slowly',
  'too long': 'was cut off: it took too long',
};

/** An error from a worker thread may have lost its class. */
const reasonOf = (error: unknown): string => (error as Error | null)?.stack ?? String(error);

/**
 * Sends parts as the body of a response whose headers are set, with backpressure and a minimum throughput. The
 * first part is produced before anything is sent, so that a failure up to there is an ordinary error response. A
 * later failure, or a client that is too slow, breaks the connection: a partial file must not look complete.
 * @param parts each valid until the next one is requested
 * @param status 206 for a part of a file
 * @returns whether the source succeeded; the client may have disconnected
 * @throws what producing the first part throws
 */
export async function streamBody(
  strapi: Core.Strapi,
  ctx: Context,
  parts: AsyncGenerator<Uint8Array>,
  status: 200 | 206 = 200,
): Promise<boolean> {
  const reading = new Reading(ctx.res, readerLimits(strapi));
  let hasBegun = false;
  try {
    let part = await reading.unlessGone(parts.next());
    ctx.status = status;
    // Koa's own pipe would not distinguish a client that was disconnected from one that has everything.
    ctx.respond = false;
    hasBegun = true;
    while (!part.done) {
      await reading.write(part.value);
      part = await reading.unlessGone(parts.next());
    }
    await reading.end();
    return true;
  } catch (error) {
    const isReaderGone = error instanceof ClientDisconnected;
    if (!isReaderGone && !hasBegun) throw error;
    if (isReaderGone) {
      strapi.log.info(`Open data: the reader of ${ctx.path} ${LEFT[error.leaving]}`);
    } else {
      strapi.log.error(`Open data: ${ctx.path} broke off: ${reasonOf(error)}`);
    }
    ctx.respond = false;
    ctx.res.destroy();
    // Pending work ends with the source; nothing waits for it here.
    void parts.return(undefined).catch(() => undefined);
    return isReaderGone;
  } finally {
    reading.close();
  }
}

/**
 * The same parts; `free` is called when the last one was taken, before the client can know that the file is
 * complete.
 */
export async function* releasingAtEnd(
  parts: AsyncGenerator<Uint8Array>,
  free: () => void,
): AsyncGenerator<Uint8Array> {
  yield* parts;
  free();
}
