import { codeUsedTwice } from './codes';

describe('a code that stands twice in a plan', () => {
  const own = { documentId: 'a', code: '2.2' };

  it('is worth a look', () => {
    expect(codeUsedTwice(own, [own, { documentId: 'b', code: '2.2' }])).toEqual([
      { code: 'code-used-twice', path: ['code'] },
    ]);
  });

  it.each([
    [own, [own, { documentId: 'b', code: '2.3' }]],
    [own, [own, { ...own }]],
    [own, null],
    [{ documentId: 'a', code: null }, [{ documentId: 'b', code: null }]],
  ])('is none where %j stands among %j', (document, others) => {
    expect(codeUsedTwice(document, others)).toEqual([]);
  });
});
