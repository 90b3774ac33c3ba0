const EVERY_MS = 500;

/**
 * Waits until the index of the search has everything that is published; builds without one have nothing to wait for.
 * @param base address of the application
 * @param withinMs how long at most
 */
export async function indexed(base, withinMs = 60 * 60_000) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const answer = await fetch(`${base}/api/search?q=word`);
    if (answer.status === 404) return;
    if (answer.ok && (await answer.json()).meta.index.isComplete) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error('The index of the search was not complete in time');
}
