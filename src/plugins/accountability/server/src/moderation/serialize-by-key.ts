/** What is under way, by key. */
const underWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Does what has the same key one after the other. Who sends the same thing many times at once waits in memory, and not
 * with a connection of the database in hand.
 * @param owner whose work it is; another one's has nothing to do with it
 */
export async function serializeByKey<T>(owner: object, key: string, work: () => Promise<T>): Promise<T> {
  let all = underWay.get(owner);
  if (!all) underWay.set(owner, (all = new Map()));
  const before = all.get(key) ?? Promise.resolve();
  // A failure is told to whom it belongs; the next one begins all the same.
  const mine = before.then(work, work);
  all.set(key, mine);
  try {
    return await mine;
  } finally {
    if (all.get(key) === mine) all.delete(key);
  }
}
