import { olderThan, PageCache } from './page-cache';

const page = (state: string, size: number, currentAt = 0) => ({
  state,
  currentAt,
  etag: `"${state}"`,
  body: Buffer.alloc(size),
});

describe('PageCache', () => {
  it('gives the last page of an address, and when it was last known to be current', () => {
    const cache = new PageCache(100);
    const first = page('1', 10);
    cache.set('/', first);
    expect(cache.get('/')).toBe(first);
    const before = Date.now();
    cache.confirm('/', first);
    expect(cache.get('/')?.currentAt).toBeGreaterThanOrEqual(before);
    cache.set('/', page('2', 10));
    // A page that has been replaced meanwhile does not come back.
    cache.confirm('/', first);
    expect(cache.get('/')?.state).toBe('2');
  });

  it('holds no more bytes than it may, and drops what was not asked for longest', () => {
    const cache = new PageCache(100);
    cache.set('a', page('1', 40));
    cache.set('b', page('1', 40));
    cache.get('a');
    cache.set('c', page('1', 40));
    expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
    cache.set('a', page('2', 60));
    expect(cache.get('c')).toBeDefined();
    expect(cache.get('a')?.state).toBe('2');
  });

  it('caches nothing under an endless address', () => {
    const cache = new PageCache(100);
    cache.set('x'.repeat(2_000), page('1', 1));
    expect(cache.get('x'.repeat(2_000))).toBeUndefined();
  });

  it('states the age of an older page in whole seconds, never none', () => {
    expect(olderThan(page('1', 1, 10_000), 10_001).age).toBe(1);
    expect(olderThan(page('1', 1, 10_000), 12_500).age).toBe(3);
  });
});
