import { completeRows, mergeDocuments } from './documents';

const row = (documentId: string, locale: string | null, id: number, title = '') => [
  documentId,
  locale,
  id,
  title,
];

describe('mergeDocuments', () => {
  it('makes one document of its languages and takes the first language for what they share', () => {
    const rows = [row('a', 'en', 2, 'One'), row('a', 'ka', 1, 'ერთი'), row('b', 'ka', 3, 'ორი')];
    const documents = mergeDocuments(rows, ['ka', 'en']);
    expect(documents.map(({ documentId, rowId }) => [documentId, rowId])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
    expect(documents[0]?.byLanguage.map((entry) => entry?.[3])).toEqual(['ერთი', 'One']);
  });

  it('leaves out no document for want of a translation', () => {
    const [georgian, english] = mergeDocuments([row('a', 'ka', 1), row('b', 'en', 2)], ['ka', 'en']);
    expect(georgian?.byLanguage[1]).toBeUndefined();
    expect(english?.byLanguage[0]).toBeUndefined();
    expect(english?.rowId).toBe(2);
  });

  it('takes a type without languages as it is', () => {
    expect(mergeDocuments([row('a', null, 7)], null)).toMatchObject([{ documentId: 'a', rowId: 7 }]);
  });

  it('reads ids a driver gives as text', () => {
    expect(mergeDocuments([['a', 'ka', '12']], ['ka'])[0]?.rowId).toBe(12);
  });
});

describe('completeRows', () => {
  const rows = [row('a', 'en', 1), row('a', 'ka', 2), row('b', 'en', 3)];

  it('leaves the last document of a full batch to the next one', () => {
    expect(completeRows(rows, true)).toEqual(rows.slice(0, 2));
  });

  it('keeps everything of the last batch', () => {
    expect(completeRows(rows, false)).toEqual(rows);
  });

  it('refuses to loop for ever on a document larger than a batch', () => {
    expect(() => completeRows(rows.slice(0, 2), true)).toThrow('more rows than one batch');
  });

  it('loses and repeats nothing, whatever the size of a batch', () => {
    const table = ['a', 'b', 'c', 'd', 'e'].flatMap((id, number) =>
      number % 2 ? [row(id, 'ka', number)] : [row(id, 'en', number), row(id, 'ka', number)],
    );
    for (let limit = 3; limit < 12; limit += 1) {
      const seen: string[] = [];
      for (let after = ''; ;) {
        const batch = table.filter(([id]) => String(id) > after).slice(0, limit);
        const documents = mergeDocuments(completeRows(batch, batch.length === limit), ['ka', 'en']);
        seen.push(...documents.map(({ documentId }) => documentId));
        if (batch.length < limit) break;
        after = seen.at(-1) ?? '';
      }
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    }
  });
});
