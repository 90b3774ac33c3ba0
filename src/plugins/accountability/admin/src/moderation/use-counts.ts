import { useEffect, useSyncExternalStore } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import { liveCounts } from './live-counts';
import type { QueueCounts } from '../../../shared/moderation-contract';

/** Half a minute: comments arrive by the hour, and every open panel polls. */
const EVERY_MS = 30_000;
/** A reader of a long comment scrolls now and then; no activity for longer means absence. */
const IDLE_AFTER_MS = 10 * 60_000;
const ACTIVITY_EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Shared by the page and the menu: the menu recreates its icons with every navigation. */
const counts = liveCounts(
  { everyMs: EVERY_MS, idleAfterMs: IDLE_AFTER_MS },
  {
    isHidden: () => document.hidden,
    onShown: (listener) => listen(['visibilitychange'], () => document.hidden || listener()),
    onUsed: (listener) => listen(ACTIVITY_EVENTS, listener),
    now: () => Date.now(),
  },
);

function listen(events: readonly string[], listener: () => void): () => void {
  for (const event of events) document.addEventListener(event, listener, { capture: true, passive: true });
  return () => {
    for (const event of events) document.removeEventListener(event, listener, { capture: true });
  };
}

/** Not by the hook: it aborts a request when its component is rendered again. */
async function ask(): Promise<QueueCounts> {
  const { data } = await getFetchClient().get<{ data: QueueCounts }>('/accountability/moderation/counts');
  return data.data;
}

/** The counts of the queue, kept up to date; null until loaded. */
export function useCounts(): { readonly counts: QueueCounts | null; refresh(): Promise<void> } {
  useEffect(() => counts.keep(ask), []);
  return { counts: useSyncExternalStore(counts.subscribe, counts.read), refresh: counts.refresh };
}
