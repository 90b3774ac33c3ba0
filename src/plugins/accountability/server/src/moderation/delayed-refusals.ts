import type { IncomingMessage } from 'node:http';

/** Minimum delay of a refusal. */
const FIRST_MS = 100;
/** Additional delay per pending refusal: this limits refusals to about a hundred per second. */
const EACH_MS = 10;
/** Maximum number of pending refusals: each costs memory. */
export const MAX_HELD = 500;

let held = 0;

/** Delay in milliseconds at this number of pending refusals; 0 for none. Pure. */
export const responseDelay = (others: number): number =>
  others < MAX_HELD ? FIRST_MS + others * EACH_MS : 0;

/**
 * Delays the response to a client over a rate limit, so that clients that wait for it are slowed down. Resolves at
 * once when the client disconnects.
 */
export async function delayRefusal(request: IncomingMessage): Promise<void> {
  const milliseconds = responseDelay(held);
  if (milliseconds === 0 || request.socket.destroyed) return;
  held += 1;
  try {
    await new Promise<void>((resolve) => {
      const { socket } = request;
      const end = () => {
        clearTimeout(timer);
        socket.off('close', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      socket.once('close', end);
    });
  } finally {
    held -= 1;
  }
}
