/**
 * The same items, the next one already being made while one is worked on. Ended early, it ends the source
 * after the item under way.
 */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (let item = await next; !item.done; item = await next) {
      next = items.next();
      // Whoever awaits it hears of a failure; until then it is no unhandled one.
      next.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await items.return(undefined);
  }
}

/**
 * The same items, the first one made before anything else happens: what fails up to there fails here.
 * @throws what making the first item throws
 */
export async function withFirst<Item>(items: AsyncGenerator<Item>): Promise<AsyncGenerator<Item>> {
  const first = await items.next();
  async function* all(): AsyncGenerator<Item> {
    try {
      if (first.done) return;
      yield first.value;
      yield* items;
    } finally {
      await items.return(undefined);
    }
  }
  return all();
}
