import type { AskApi } from '../api/ask-api';
import { newLogoCache, readLogos } from './logos';
import type { Organisation } from './records';

/** Organisations by language, each with the address of its logo. */
const api = (organisations: Record<string, Record<string, string | null>>) => {
  const asked: string[] = [];
  const ask: AskApi = async (path) => {
    asked.push(path);
    const { searchParams } = new URL(path, 'http://site.example');
    const ids = [...searchParams].filter(([name]) => name.startsWith('filters')).map(([, id]) => id);
    const there = Object.entries(organisations[searchParams.get('locale') ?? ''] ?? {});
    return {
      data: there
        .filter(([id]) => ids.includes(id))
        .map(([documentId, url]) => ({ documentId, logo: url && { url } })),
    };
  };
  return { ask, asked };
};

describe('logos', () => {
  it('are read in the language of the reader, all at once', async () => {
    const { ask, asked } = api({ en: { a: '/uploads/a.png', b: null } });
    const logos = await readLogos(ask, ['a', 'b', 'a'], 'en');
    expect([...logos].map(([id, { address }]) => [id, address])).toEqual([['a', '/uploads/a.png']]);
    expect(asked).toHaveLength(1);
  });

  it('of organisations that exist in another language only are read there', async () => {
    const { ask, asked } = api({ en: { a: '/uploads/a.png' }, ka: { b: '/uploads/b.png' } });
    const logos = await readLogos(ask, ['a', 'b'], 'en');
    expect([...logos.keys()]).toEqual(['a', 'b']);
    expect(asked).toHaveLength(2);
    expect(asked[1]).not.toContain('=a&');
  });

  it('of nobody are not asked for', async () => {
    const { ask, asked } = api({});
    expect((await readLogos(ask, [], 'ka')).size).toBe(0);
    expect(asked).toEqual([]);
  });
});

describe('the cache of logos', () => {
  const list = (): Organisation[] => [];
  afterEach(() => jest.useRealTimers());

  it('reads only what it does not know, also that there is none', async () => {
    const { ask, asked } = api({ ka: { a: '/uploads/a.png', b: null, c: '/uploads/c.png' } });
    const [cache, organisations] = [newLogoCache(), list()];
    await cache.of(ask, ['a', 'b'], 'ka', organisations);
    const logos = await cache.of(ask, ['a', 'b', 'c'], 'ka', organisations);
    expect([...logos.keys()]).toEqual(['a', 'c']);
    expect(asked).toHaveLength(2);
    expect(asked[1]).not.toContain('=a&');
    await cache.of(ask, ['a', 'b', 'c'], 'ka', organisations);
    expect(asked).toHaveLength(2);
  });

  it('reads them again after an organisation has changed, and after a minute', async () => {
    jest.useFakeTimers({ now: 0 });
    const logos: Record<string, string | null> = { a: '/uploads/first.png' };
    const { ask, asked } = api({ ka: logos });
    const cache = newLogoCache();
    const before = list();
    const addressOf = async (organisations: Organisation[]) =>
      (await cache.of(ask, ['a'], 'ka', organisations)).get('a')?.address;
    expect(await addressOf(before)).toBe('/uploads/first.png');
    logos.a = '/uploads/second.png';
    expect(await addressOf(before)).toBe('/uploads/first.png');
    const after = list();
    expect(await addressOf(after)).toBe('/uploads/second.png');
    logos.a = null;
    jest.setSystemTime(60_000);
    expect(await addressOf(after)).toBeUndefined();
    expect(asked).toHaveLength(3);
  });
});
