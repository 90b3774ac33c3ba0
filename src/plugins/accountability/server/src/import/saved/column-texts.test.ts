import type { SourceTable, SourceValue } from '../source/source';
import { columnTexts } from './column-texts';

const table = (header: readonly string[], rows: Iterable<readonly SourceValue[]>): SourceTable => ({
  name: null,
  header,
  headerRow: 1,
  problems: [],
  async *rows() {
    let row = 1;
    for (const values of rows) yield { row: (row += 1), values, problems: [] };
  },
});

describe('the texts of columns', () => {
  it('are those in the rows, each once, in their order', async () => {
    const rows = [
      [' Done ', 1],
      ['Open', null],
      ['Done', 2],
    ];
    expect(await columnTexts(table(['Status', 'No'], rows))).toEqual([
      ['Done', 'Open'],
      ['1', '2'],
    ]);
  });

  it('are none of a column that has many, or long ones', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`text ${index}`, 'x'.repeat(300), 'same']);
    expect(await columnTexts(table(['Many', 'Long', 'One'], rows))).toEqual([[], [], ['same']]);
  });

  it('are of the first rows only', async () => {
    let read = 0;
    function* endless() {
      for (;;) yield [`${(read += 1) % 2}`];
    }
    expect(await columnTexts(table(['Flag'], endless()))).toEqual([['1', '0']]);
    expect(read).toBeLessThan(3000);
  });
});
