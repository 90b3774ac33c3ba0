import { useEffect, useSyncExternalStore } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import { liveCounts } from './live-counts';
import type { QueueCounts } from '../../../shared/moderation-contract';

/** Half a minute: new comments come by the hour, and every open panel asks. */
const EVERY_MS = 30_000;

/** One for the page and the menu: the menu draws its icons anew with every step. */
const counts = liveCounts(EVERY_MS, {
  isHidden: () => document.hidden,
  onShown(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
  now: () => Date.now(),
});

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
