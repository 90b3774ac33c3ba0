import { completeRows, mergeKeys, withContent } from './documents';

const row = (documentId: string, locale: string | null, id: number) => [documentId, locale, id];

describe('mergeKeys', () => {
  it('makes one document of its languages and lets the first language speak for it', () => {
    const rows = [row('a', 'en', 2), row('a', 'ka', 1), row('b', 'ka', 3)];
    expect(mergeKeys(rows, ['ka', 'en'])).toEqual([
      { documentId: 'a', rowId: 1, rowIds: [1, 2] },
      { documentId: 'b', rowId: 3, rowIds: [3, undefined] },
    ]);
  });

  it('leaves out no document for want of a translation', () => {
    const keys = mergeKeys([row('a', 'ka', 1), row('b', 'en', 2)], ['ka', 'en']);
    expect(keys.map(({ rowId, rowIds }) => [rowId, rowIds])).toEqual([
      [1, [1, undefined]],
      [2, [undefined, 2]],
    ]);
  });

  it('takes a type without languages as it is', () => {
    expect(mergeKeys([row('a', null, 7)], null)).toEqual([{ documentId: 'a', rowId: 7, rowIds: [7] }]);
  });

  it('reads ids a driver gives as text', () => {
    expect(mergeKeys([['a', 'ka', '12']], ['ka'])[0]?.rowId).toBe(12);
  });
});

describe('withContent', () => {
  it('puts each row to its document and language', () => {
    const keys = mergeKeys([row('a', 'en', 2), row('a', 'ka', 1), row('b', 'en', 3)], ['ka', 'en']);
    const rows = new Map([
      [1, [1, 'ერთი']],
      [2, [2, 'One']],
      [3, [3, 'Two']],
    ]);
    expect(withContent(keys, rows).map(({ primary, byLanguage }) => [primary[1], byLanguage])).toEqual([
      [
        'ერთი',
        [
          [1, 'ერთი'],
          [2, 'One'],
        ],
      ],
      ['Two', [undefined, [3, 'Two']]],
    ]);
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
        const documents = mergeKeys(completeRows(batch, batch.length === limit), ['ka', 'en']);
        seen.push(...documents.map(({ documentId }) => documentId));
        if (batch.length < limit) break;
        after = seen.at(-1) ?? '';
      }
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    }
  });
});
