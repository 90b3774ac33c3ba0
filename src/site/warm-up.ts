import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Core } from '@strapi/strapi';
import type { Site } from './site';

const COMMITMENT = 'api::commitment.commitment';
/** Published rows of commitments, one per language, from which on the first reader after a start would wait for a second. */
const MANY_ROWS = 4_000;
/** The start itself comes first, in milliseconds. */
const DELAY_MS = 1_000;

/** A request that nobody has sent: the site's own addresses do not matter for the content of lists. */
const nobody = () => ({ headers: {}, req: new IncomingMessage(new Socket()) });

/** Has the content of lists read soon after the start, where there is so much of it that the first reader would wait. */
export function warmUpAfterStart(strapi: Core.Strapi, site: Site): void {
  const { httpServer } = strapi.server;
  const warmUp = async (): Promise<void> => {
    const rows = await strapi.db.query(COMMITMENT).count({ where: { publishedAt: { $notNull: true } } });
    if (rows < MANY_ROWS) return;
    const started = performance.now();
    await site.warmUp(nobody());
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    strapi.log.info(`The content of the public pages was read in ${seconds} s`);
  };
  httpServer.once('listening', () => {
    const timer = setTimeout(() => {
      warmUp().catch((error: unknown) => {
        // The first reader has it read again.
        if (httpServer.listening) strapi.log.warn(`The public pages were not prepared: ${String(error)}`);
      });
    }, DELAY_MS);
    timer.unref();
    httpServer.once('close', () => clearTimeout(timer));
  });
}
