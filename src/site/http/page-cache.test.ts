import { PageCache } from './page-cache';

const page = (state: string, size: number) => ({ state, etag: `"${state}"`, body: Buffer.alloc(size) });

describe('PageCache', () => {
  it('gives a page for its own state only', () => {
    const cache = new PageCache(100);
    cache.set('/', page('1', 10));
    expect(cache.get('/', '1')?.etag).toBe('"1"');
    expect(cache.get('/', '2')).toBeUndefined();
  });

  it('holds no more bytes than it may, and lets go of what was not asked for longest', () => {
    const cache = new PageCache(100);
    cache.set('a', page('1', 40));
    cache.set('b', page('1', 40));
    cache.get('a', '1');
    cache.set('c', page('1', 40));
    expect(['a', 'b', 'c'].map((key) => cache.get(key, '1') !== undefined)).toEqual([true, false, true]);
    cache.set('a', page('2', 60));
    expect(cache.get('c', '1')).toBeDefined();
    expect(cache.get('a', '2')).toBeDefined();
  });

  it('remembers nothing under an endless address', () => {
    const cache = new PageCache(100);
    cache.set('x'.repeat(2_000), page('1', 1));
    expect(cache.get('x'.repeat(2_000), '1')).toBeUndefined();
  });
});
