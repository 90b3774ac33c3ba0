import fc from 'fast-check';
import { binaryCopyCells, CELL_END, cellText, NO_VALUE, separatedCells, type CellTable } from './cell-table';

const WIDTH = 3;
const cell = fc.option(fc.string({ unit: 'grapheme' }));
const table = fc.array(fc.tuple(cell, cell, cell));
type Rows = readonly (readonly (string | null)[])[];

const separated = (rows: Rows): Buffer =>
  Buffer.concat(
    rows
      .flat()
      .flatMap((value) => [
        value === null ? Buffer.from([NO_VALUE]) : Buffer.from(value),
        Buffer.from([CELL_END]),
      ]),
  );

const int = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
};

const copied = (rows: Rows): Buffer =>
  Buffer.concat([
    Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'),
    int(0, 4),
    int(0, 4),
    ...rows.flatMap((row) => [
      int(row.length, 2),
      ...row.flatMap((value) =>
        value === null ? [int(-1, 4)] : [int(Buffer.byteLength(value), 4), Buffer.from(value)],
      ),
    ]),
    int(-1, 2),
  ]);

const textsOf = (read: CellTable) =>
  Array.from({ length: read.count }, (_, row) =>
    Array.from({ length: read.width }, (__, column) => cellText(read, row, column)),
  );

describe.each([
  ['separatedCells', separatedCells, separated],
  ['binaryCopyCells', binaryCopyCells, copied],
])('%s', (_, read, encode) => {
  it('gives back every cell, null and empty text apart', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(textsOf(read(encode(rows), WIDTH, rows.length))).toEqual(rows);
      }),
    );
  });

  it('refuses an answer with a row too few or too many', () => {
    const rows: Rows = [
      ['a', null, ''],
      ['b', 'c', 'd'],
    ];
    expect(() => read(encode(rows), WIDTH, 1)).toThrow('not as asked');
    expect(() => read(encode(rows), WIDTH, 3)).toThrow('not as asked');
  });

  it('refuses an answer that is cut off', () => {
    const bytes = encode([['abc', null, 'd']]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => read(bytes.subarray(0, length), WIDTH, 1)).toThrow();
    }
  });
});
