import { separatedCells } from './cell-table';
import { linkedRows } from './linked-rows';

const table = (cell: string) => separatedCells(Buffer.concat([Buffer.from(cell), Buffer.from([0xfd])]), 1, 1);
const NOTHING = separatedCells(Buffer.from([0xfe, 0xfd]), 1, 1);

it.each([
  ['0 0 12', [12]],
  ['0 2 7 0 1 9 0 3 8', [9, 7, 8]],
  ['0 0 30 0 0 4', [4, 30]],
  ['0 -1 5 0 0 6', [5, 6]],
  // Both languages have the same links.
  ['1 1 50 0 1 5 0 2 6 1 2 60', [5, 6, 50, 60]],
  // The second one has a link that the first cannot have.
  ['0 1 5 1 1 50 1 2 70 1 3 60 0 2 6', [50, 70, 60, 5, 6]],
])('reads "%s"', (cell, ids) => expect(linkedRows(table(cell), 0, 0)).toEqual(ids));

it('finds none where there is no link', () => expect(linkedRows(NOTHING, 0, 0)).toEqual([]));
