import { boundedLists } from './bounded-lists';

describe('the lists of a bulk action', () => {
  it('have each entry once, in the order of the request', () => {
    expect(boundedLists({ documentIds: ['b', 'a', 'b', 1, '1'], locale: 'ka' }, ['documentIds'], 5)).toEqual({
      body: { documentIds: ['b', 'a', 1, '1'], locale: 'ka' },
    });
  });

  it('are refused by their name beyond the limit, also where they repeat one entry', () => {
    expect(boundedLists({ fileIds: [1], folderIds: [1, 1, 1] }, ['fileIds', 'folderIds'], 2)).toEqual({
      tooMany: { list: 'folderIds', received: 3 },
    });
  });

  it.each([undefined, null, 'ids', { length: 9 }])('leave %j to Strapi', (documentIds) => {
    expect(boundedLists({ documentIds }, ['documentIds'], 2)).toEqual({ body: { documentIds } });
  });
});
