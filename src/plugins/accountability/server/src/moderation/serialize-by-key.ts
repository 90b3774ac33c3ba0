/** Pending work, by key. */
const underWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Runs work with the same key sequentially. Many simultaneous requests of one client wait in memory, without
 * holding a database connection each.
 * @param owner scope of the keys
 */
export async function serializeByKey<T>(owner: object, key: string, work: () => Promise<T>): Promise<T> {
  let all = underWay.get(owner);
  if (!all) underWay.set(owner, (all = new Map()));
  const before = all.get(key) ?? Promise.resolve();
  // The failure reaches its own caller; the next one runs anyway.
  const mine = before.then(work, work);
  all.set(key, mine);
  try {
    return await mine;
  } finally {
    if (all.get(key) === mine) all.delete(key);
  }
}
