import type { IncomingMessage } from 'node:http';

/** What one refusal waits at least. */
const FIRST_MS = 100;
/** How much longer for each that waits already: about a hundred refusals a second get out, however many are asked for. */
const EACH_MS = 10;
/** More than these are not held: a held request costs memory. */
export const MOST_HELD = 500;

let held = 0;

/** Milliseconds a refusal waits while so many others do; 0 where it is not held. Pure. */
export const holdingTime = (others: number): number => (others < MOST_HELD ? FIRST_MS + others * EACH_MS : 0);

/**
 * Holds the answer to somebody who sends too much. Who waits for the answer before sending the next is slowed down to
 * what the site can bear beside its readers. It ends at once when the sender goes away.
 */
export async function holdRefusal(request: IncomingMessage): Promise<void> {
  const milliseconds = holdingTime(held);
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
