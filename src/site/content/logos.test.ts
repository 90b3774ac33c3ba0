import type { AskApi } from '../api/ask-api';
import { readLogos } from './logos';

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
