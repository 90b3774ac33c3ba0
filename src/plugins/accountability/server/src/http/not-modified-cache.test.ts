import { NotModifiedCache } from './not-modified-cache';

const answer = (state: string) => ({ state, headers: { etag: `"${state}"` } });

describe('the memory of answers', () => {
  it('gives what was answered in the same state of the site, and nothing of another', () => {
    const known = new NotModifiedCache(2);
    known.set('/one', answer('1'));
    expect(known.get('/one', '1')).toEqual(answer('1'));
    expect(known.get('/one', '2')).toBeUndefined();
    expect(known.get('/two', '1')).toBeUndefined();
    known.set('/one', answer('2'));
    expect(known.get('/one', '2')).toEqual(answer('2'));
  });

  it('evicts the least recently used entry', () => {
    const known = new NotModifiedCache(2);
    known.set('/one', answer('1'));
    known.set('/two', answer('1'));
    known.get('/one', '1');
    known.set('/three', answer('1'));
    expect(['/one', '/two', '/three'].map((key) => known.get(key, '1') !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('does not cache what is too long', () => {
    const known = new NotModifiedCache(2);
    known.set('x'.repeat(2_001), answer('1'));
    expect(known.get('x'.repeat(2_001), '1')).toBeUndefined();
  });
});
