import { separatedCells } from './cell-table';
import { linkedRows } from './linked-rows';

const table = (cell: string) => separatedCells(Buffer.concat([Buffer.from(cell), Buffer.from([0xfd])]), 1, 1);
const NOTHING = separatedCells(Buffer.from([0xfe, 0xfd]), 1, 1);

it.each([
  ['0 12', [12]],
  ['2 7 1 9 3 8', [9, 7, 8]],
  ['0 30 0 4', [4, 30]],
  ['-1 5 0 6', [5, 6]],
])('reads "%s"', (cell, ids) => expect(linkedRows(table(cell), 0, 0)).toEqual(ids));

it('finds none where there is no link', () => expect(linkedRows(NOTHING, 0, 0)).toEqual([]));
