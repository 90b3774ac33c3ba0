import { pagePath, pageValues } from './page-path';

const page = { ka: '/c/{book.slug}#m-{documentId}', en: '/c/{book.slug}?locale=en&c={code}' };

describe('the page of a document in a feed', () => {
  it('is made of attributes of its own and of related documents, each named once', () => {
    expect(pageValues({ page })).toEqual([
      { relation: 'book', attribute: 'slug', name: 'book.slug', key: 'book__slug' },
      { relation: null, attribute: 'code', name: 'code', key: 'code' },
    ]);
    expect(pageValues({})).toEqual([]);
  });

  it('has its values encoded', () => {
    const values = { book__slug: 'a/b', documentId: 'x1', code: '1&2' };
    expect(pagePath(page.ka, values)).toBe('/c/a%2Fb#m-x1');
    expect(pagePath(page.en, values)).toBe('/c/a%2Fb?locale=en&c=1%262');
  });

  it.each([null, undefined, ''])('is not there where a value is %p', (value) => {
    expect(pagePath(page.ka, { book__slug: value, documentId: 'x1' })).toBeNull();
  });
});
