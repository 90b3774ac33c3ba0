import { useEffect, useSyncExternalStore } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import { liveCounts } from './live-counts';
import type { QueueCounts } from '../../../shared/moderation-contract';

/** Half a minute: new comments come by the hour, and every open panel asks. */
const EVERY_MS = 30_000;
/** Who reads a long comment moves the page now and then; who has gone does nothing for longer. */
const IDLE_AFTER_MS = 10 * 60_000;
const SIGNS_OF_SOMEBODY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** One for the page and the menu: the menu draws its icons anew with every step. */
const counts = liveCounts(
  { everyMs: EVERY_MS, idleAfterMs: IDLE_AFTER_MS },
  {
    isHidden: () => document.hidden,
    onShown: (listener) => listen(['visibilitychange'], () => document.hidden || listener()),
    onUsed: (listener) => listen(SIGNS_OF_SOMEBODY, listener),
    now: () => Date.now(),
  },
);

function listen(events: readonly string[], listener: () => void): () => void {
  for (const event of events) document.addEventListener(event, listener, { capture: true, passive: true });
  return () => {
    for (const event of events) document.removeEventListener(event, listener, { capture: true });
  };
}

/** Not by the hook: it gives a question up when whoever has asked is drawn anew. */
async function ask(): Promise<QueueCounts> {
  const { data } = await getFetchClient().get<{ data: QueueCounts }>('/accountability/moderation/counts');
  return data.data;
}

/** The counts of the queue, kept up to date; null until they are there. */
export function useCounts(): { readonly counts: QueueCounts | null; refresh(): Promise<void> } {
  useEffect(() => counts.keep(ask), []);
  return { counts: useSyncExternalStore(counts.subscribe, counts.read), refresh: counts.refresh };
}
