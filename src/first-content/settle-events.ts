import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

const PAUSE_MS = 20;
/** Between the reads of one event there is no pause as long as this. */
const QUIET_PAUSES = 5;
const TIMEOUT_MS = 30_000;

/**
 * Waits until the events of documents that were just written were emitted, or half a minute. Strapi reads each
 * document again for its event, after the commit, and waits for none of it. What then takes the only connection to SQLite
 * for long, as `strapi import` and `strapi transfer` do right after a start, would make these reads time out, and the
 * process end.
 */
export async function settleDocumentEvents(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const latest = Date.now() + TIMEOUT_MS;
  for (let quiet = 0; quiet < QUIET_PAUSES && Date.now() < latest;) {
    await wait(PAUSE_MS);
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}
