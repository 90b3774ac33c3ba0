/** A database that does not answer for so long counts as unavailable. */
const PATIENCE_MS = 8_000;

/**
 * The result of the work, within the time limit; the work itself continues.
 * @throws Error when it takes too long
 */
export async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
