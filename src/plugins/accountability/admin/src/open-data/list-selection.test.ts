import { documentsSelection, exportFile, listSelection, type ListQuery } from './list-selection';

const column = (name: string, attribute: string, operators: string[], locale: string | null = null) => ({
  name,
  attribute,
  operators,
  locale,
  isOverdue: false,
});
const type = {
  key: 'id',
  columns: [
    column('code', 'code', ['$eq', '$in', '$contains']),
    column('title_ka', 'title', ['$contains'], 'ka'),
    column('title_en', 'title', ['$contains'], 'en'),
    { ...column('late', 'timeframe.endDate', ['$eq']), isOverdue: true },
  ],
};
const inEnglish = { plugins: { i18n: { locale: 'en' } } };
const filters = (...$and: Record<string, unknown>[]): ListQuery => ({ ...inEnglish, filters: { $and } });

it.each<[string, ListQuery, [string, string][], string[]]>([
  ['nothing', {}, [], []],
  [
    'filters, in the language of the list',
    filters({ code: { $eq: '2.2' } }, { title: { $contains: 'data & more' } }),
    [
      ['filters[code][$eq]', '2.2'],
      ['filters[title_en][$contains]', 'data & more'],
    ],
    [],
  ],
  [
    'several values',
    filters({ code: { $in: ['1', '2'] } }),
    [
      ['filters[code][$in]', '1'],
      ['filters[code][$in]', '2'],
    ],
    [],
  ],
  ['what is overdue', { overdue: 'true' }, [['filters[late][$eq]', 'true']], []],
  ['no search', { _q: 'data' }, [], ['_q']],
  [
    'no operator and no attribute an export lacks',
    filters({ code: { $ne: '1' } }, { topic: { id: { $eq: '1' } } }),
    [],
    ['code', 'topic'],
  ],
  [
    'no condition twice',
    filters({ title: { $contains: 'a' } }, { title: { $contains: 'b' } }),
    [['filters[title_en][$contains]', 'a']],
    ['title'],
  ],
  ['no list where one value is meant', filters({ code: { $eq: ['1', '2'] } }), [], ['code']],
])('says %s', (_, query, parameters, omitted) => {
  expect(listSelection(type, query)).toEqual({ parameters, omitted });
});

it('says that nothing is overdue in a dataset that does not know', () => {
  expect(listSelection({ columns: [] }, { overdue: 'true' })).toEqual({
    parameters: [],
    omitted: ['overdue'],
  });
});

it('makes an address of documents', () => {
  const file = exportFile('books', 'csv', documentsSelection(type, ['a', 'b']));
  expect([...new URL(file, 'https://example.org').searchParams]).toEqual([
    ['filters[id][$in]', 'a'],
    ['filters[id][$in]', 'b'],
  ]);
  expect(exportFile('books', 'json', [])).toBe('books.json');
});
