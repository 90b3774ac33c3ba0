import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which requests that wait get their turn. */
const MAX_TURN_MS = 15;

/**
 * Lets requests that wait be answered in between: work that reads only what is in memory would keep the event loop for
 * as long as it takes. Called often, it waits only where the last turn of others is some time ago.
 */
export function takeTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MAX_TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
