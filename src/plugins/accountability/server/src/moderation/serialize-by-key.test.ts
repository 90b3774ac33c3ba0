import { serializeByKey } from './serialize-by-key';

describe('work with one key', () => {
  it('is done one after the other, also after a failure; that of other keys and owners at once', async () => {
    const [owner, other] = [{}, {}];
    const done: string[] = [];
    const gates: (() => void)[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        done.push(`${name} begins`);
        await new Promise<void>((resolve) => gates.push(resolve));
        done.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const first = serializeByKey(owner, 'a', work('first', true)).catch(
      (error: Error) => `${error.message} fails`,
    );
    const second = serializeByKey(owner, 'a', work('second'));
    const others = [
      serializeByKey(owner, 'b', work('other key')),
      serializeByKey(other, 'a', work('other owner')),
    ];
    await new Promise(setImmediate);
    expect(done).toEqual(['first begins', 'other key begins', 'other owner begins']);
    for (const open of gates.splice(0)) open();
    expect([await first, ...(await Promise.all(others))]).toEqual([
      'first fails',
      'other key',
      'other owner',
    ]);
    await new Promise(setImmediate);
    expect(done.at(-1)).toBe('second begins');
    gates[0]!();
    expect(await second).toBe('second');
  });
});
