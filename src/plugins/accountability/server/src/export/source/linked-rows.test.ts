import { separatedCells } from './cell-table';
import { linkedRows } from './linked-rows';

const NOTHING = Buffer.from([0xfe]);
const read = (cells: readonly (string | Buffer)[], columns: readonly number[], rows = 1) => {
  const bytes = Buffer.concat(cells.flatMap((cell) => [Buffer.from(cell as string), Buffer.from([0xfd])]));
  const { ids, ends } = linkedRows(separatedCells(bytes, cells.length / rows, rows), columns);
  return [...ends].map((end, list) => [...ids.subarray(ends[list - 1] ?? 0, end)]);
};

it.each([
  ['0 12', [12]],
  ['2 7 1 9 3 8', [9, 7, 8]],
  ['0 30 0 4', [4, 30]],
  ['-1 5 0 6', [5, 6]],
])('reads "%s"', (cell, ids) => expect(read([cell], [0])).toEqual([ids]));

it('reads the links of each record in each language', () =>
  expect(read(['1 5 2 6', 'x', '2 60 1 50', '1 7', 'y', NOTHING], [0, 2], 2)).toEqual([
    [5, 6],
    [50, 60],
    [7],
    [],
  ]));

it('reads more links than there was room for at first', () => {
  const ids = Array.from({ length: 5000 }, (_, index) => index + 1);
  const cell = [...ids].reverse().map((id) => `${id} ${id}`);
  expect(read([cell.join(' ')], [0])).toEqual([ids]);
});
