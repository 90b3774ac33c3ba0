import fc from 'fast-check';
import type { OutputColumn } from '../../datasets/output-columns';
import type { ColumnDeclaration } from '../../datasets/declaration';
import { csvWriter } from './csv';
import { guardFormula } from './formula-guard';
import { written, type Value } from './written';

const words = { ka: 'სვეტი', en: 'Column' };

const column = (
  name: string,
  type: ColumnDeclaration['type'],
  more: Partial<ColumnDeclaration> = {},
): OutputColumn => ({
  name,
  locale: null,
  declaration: { name, type, source: name, labels: words, description: words, ...more },
});

/** An independent parser of RFC 4180: a quoted empty cell is '', a bare empty one null. */
function parse(text: string): (string | null)[][] {
  const records: (string | null)[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: (string | null)[] = [];
    for (;;) {
      if (text[at] === '"') {
        let value = '';
        at += 1;
        while (text[at] !== '"' || text[at + 1] === '"') {
          if (text[at] === '"') at += 1;
          value += text[at];
          at += 1;
        }
        at += 1;
        record.push(value);
      } else {
        const end = text.slice(at).search(/,|\r\n/);
        const value = text.slice(at, at + end);
        record.push(value === '' ? null : value);
        at += end;
      }
      if (text[at] !== ',') break;
      at += 1;
    }
    at += 2;
    records.push(record);
  }
  return records;
}

const write = (columns: OutputColumn[], rows: Value[][], parameters = {}): string =>
  written(csvWriter({ columns, parameters }), rows);

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', ';', '=', '\t', ' ', "'", 'ა', '\u00A0', '\u2028', '😀'),
  }),
);

describe('CSV', () => {
  it('gives back every text, null and empty text apart', () => {
    const columns = [column('a', 'text'), column('b', 'text')];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(hostile), fc.option(hostile))), (rows) => {
        const [header, ...records] = parse(write(columns, rows, { formulas: 'raw' }));
        expect(header).toEqual(['a', 'b']);
        expect(records).toEqual(rows);
      }),
    );
  });

  it('never lets a text begin like a formula, and changes no other', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, record] = parse(write([column('a', 'text'), column('b', 'text')], [[text, 'x']]));
        const cell = record?.[0] ?? '';
        expect(cell).not.toMatch(/^[\s\u00A0]*[=+\-@]|^[\t\r\n]/);
        expect(cell === text || cell === `'${text}`).toBe(true);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '  =1', '\u00A0=1', '\u200B=1', '＝1'])(
    'guards %j',
    (text) => expect(guardFormula(text)).toBe(`'${text}`),
  );

  it.each(['a=1', 'ვალდებულება', '1-2', '', "'a", '2.2.1'])('leaves %j alone', (text) =>
    expect(guardFormula(text)).toBe(text),
  );

  it('guards no number, date, code or id', () => {
    const columns = [
      column('n', 'number'),
      column('e', 'enum'),
      column('i', 'string', { source: 'documentId' }),
      column('r', 'string', { source: 'partners.documentId', separator: '|' }),
    ];
    expect(write(columns, [[-1.5, '-x', '-id', ['-a', 'b']]])).toBe('n,e,i,r\r\n-1.5,-x,-id,-a|b\r\n');
  });

  it('joins a list with its separator and leaves an empty one empty', () => {
    const names = column('names', 'string', { source: 'partners.name', separator: '; ' });
    expect(write([names, names], [[['ა', 'ბ, გ'], []]])).toBe('names,names\r\n"ა; ბ, გ",\r\n');
  });

  it('keeps a record of one empty cell apart from a blank line', () => {
    expect(write([column('a', 'text')], [[null]])).toBe('a\r\n""\r\n');
  });

  it('has its header without rows, and the byte order mark only on request', () => {
    expect(write([column('a', 'text')], [])).toBe('a\r\n');
    expect(write([column('a', 'text')], [], { bom: '1' })).toBe('\uFEFFa\r\n');
  });
});
