import { inRowOrder } from './row-order';

const at = (file: string, table: string | null, row: number | null) => ({
  place: { file, table, row, column: null },
});
const sources = [
  { file: 'b.xlsx', tables: [{ name: 'Two' }, { name: 'One' }] },
  { file: 'a.csv', tables: [{ name: null }] },
] as unknown as Parameters<typeof inRowOrder>[0];

it('sorts by files and sheets as they are given, then by rows as numbers, whole files first', () => {
  const sorted = [
    at('not-opened.csv', null, null),
    at('b.xlsx', null, null),
    at('b.xlsx', 'Two', 9),
    at('b.xlsx', 'Two', 10),
    at('b.xlsx', 'One', 2),
    at('a.csv', null, null),
    at('a.csv', null, 2),
  ];
  expect(inRowOrder(sources, [...sorted].reverse())).toEqual(sorted);
});
