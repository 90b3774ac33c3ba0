import { RevisionCache } from './revision-cache';

const MAX_AGE = 60_000;

/** A cache whose reads are counted by key. */
function counting(maxEntries = 10) {
  const cache = new RevisionCache<string>(maxEntries, MAX_AGE);
  const reads: string[] = [];
  const of = (key: string, revision: string) =>
    cache.of(key, revision, async () => {
      reads.push(`${key} ${revision}`);
      return `${key} at ${revision}`;
    });
  return { cache, of, reads };
}

describe('a cache by revision', () => {
  afterEach(() => jest.useRealTimers());

  it('reads once for each revision, and says for whom it has read', async () => {
    const { of, reads } = counting();
    const [first, second] = [of('a', '1'), of('a', '1')];
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(await Promise.all([first.value, second.value])).toEqual(['a at 1', 'a at 1']);
    expect(await of('a', '2').value).toBe('a at 2');
    expect(await of('a', '1').value).toBe('a at 1');
    expect(reads).toEqual(['a 1', 'a 2', 'a 1']);
  });

  it('keeps a value for another revision, unless it was read again meanwhile', async () => {
    const { cache, of, reads } = counting();
    const early = of('a', '1');
    cache.move('a', early, '2');
    expect(of('a', '2')).toMatchObject({ isNew: false, value: early.value });
    of('a', '3');
    cache.move('a', early, '4');
    expect(of('a', '4').isNew).toBe(true);
    expect(reads).toEqual(['a 1', 'a 3', 'a 4']);
  });

  it('reads again what is older than its longest age', async () => {
    jest.useFakeTimers({ now: 0 });
    const { of, reads } = counting();
    await of('a', '1').value;
    jest.setSystemTime(MAX_AGE - 1);
    await of('a', '1').value;
    expect(reads).toHaveLength(1);
    jest.setSystemTime(MAX_AGE);
    await of('a', '1').value;
    expect(reads).toHaveLength(2);
  });

  it('drops what was not used for the longest time', async () => {
    const { of, reads } = counting(2);
    for (const key of ['a', 'b', 'a', 'c']) await of(key, '1').value;
    reads.length = 0;
    for (const key of ['a', 'c', 'b']) await of(key, '1').value;
    expect(reads).toEqual(['b 1']);
  });

  it('keeps no failure', async () => {
    const { cache, of } = counting();
    const failed = cache.of('a', '1', async () => {
      throw new Error('unavailable');
    });
    await expect(failed.value).rejects.toThrow('unavailable');
    expect(await of('a', '1').value).toBe('a at 1');
  });
});
