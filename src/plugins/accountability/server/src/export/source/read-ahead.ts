/**
 * The same items, the next one being produced while one is processed. When ended early, it ends the source after
 * the pending item.
 */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (let item = await next; !item.done; item = await next) {
      next = items.next();
      // The consumer receives the failure when it awaits; until then it must not count as unhandled.
      next.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await items.return(undefined);
  }
}

/**
 * The same items, the first one produced before the call returns.
 * @throws what producing the first item throws
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
