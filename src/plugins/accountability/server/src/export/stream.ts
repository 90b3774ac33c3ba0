import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ClientDisconnected, Reading, type Leaving } from './readers/reading';
import { readerLimits } from '../datasets/settings';

const LEFT: Readonly<Record<Leaving, string>> = {
  'hung up': 'hung up before the end',
  'too slow': 'was cut off: it read too slowly',
  'too long': 'was cut off: it took too long',
};

/** An error of another thread may be of no class known here. */
const reasonOf = (error: unknown): string => (error as Error | null)?.stack ?? String(error);

/**
 * Sends parts as the body of an answer whose headers are set, at the reader's pace as long as that is not too slow.
 * The first part is made before anything is sent, so that a failure up to there is an ordinary error answer. A later
 * one, and a reader that is cut off, break the connection: nobody must take a part for the whole.
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
  const reading = new Reading(ctx.res, readerLimits(strapi));
  let hasBegun = false;
  try {
    let part = await reading.unlessGone(parts.next());
    ctx.status = status;
    // Koa would pipe the body without telling a reader who is cut off from one who has everything.
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
    // What it still waits for ends with the source; nobody waits for it here.
    void parts.return(undefined).catch(() => undefined);
    return isReaderGone;
  } finally {
    reading.close();
  }
}

/** The same parts; `free` is called when the last one was taken, before the reader can learn that the file is complete. */
export async function* freeingAtTheEnd(
  parts: AsyncGenerator<Uint8Array>,
  free: () => void,
): AsyncGenerator<Uint8Array> {
  yield* parts;
  free();
}
