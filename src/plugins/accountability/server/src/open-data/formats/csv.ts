import type { OutputColumn } from '../columns';
import type { Cell } from '../source/values';
import { textFormat, type FileContext, type Writer } from './format';

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet takes for the start of a formula, also behind blanks (OWASP, CSV injection). */
const FORMULA_START = /^(?:[\t\r\n]|[\s\u00A0\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

const NEEDS_QUOTES = /[",\r\n]/;

/**
 * Keeps a spreadsheet from running a text as a formula: a dangerous beginning gets an apostrophe before it.
 * Other texts come back as they are.
 */
export const guardFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

/**
 * One cell as RFC 4180 has it: quoted where it holds a comma, quote or line break, quotes doubled.
 * An empty text is `""`, so that it differs from null, which is nothing at all.
 */
export function quoteCell(text: string): string {
  if (text === '') return '""';
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers, dates, codes of a vocabulary and ids cannot run; a prefix would only damage them. */
const isFreeText = ({ declaration }: OutputColumn): boolean =>
  (declaration.type === 'string' || declaration.type === 'text') &&
  !/(^|\.)documentId$/.test(declaration.source);

type CellWriter = (cell: Cell) => string;

function cellWriter(column: OutputColumn, guard: boolean): CellWriter {
  const separator = column.declaration.separator ?? '';
  const textOf = (cell: Exclude<Cell, null>) => (Array.isArray(cell) ? cell.join(separator) : String(cell));
  const finish = guard && isFreeText(column) ? guardFormula : (text: string) => text;
  return (cell) => {
    if (cell === null || (Array.isArray(cell) && cell.length === 0)) return '';
    return quoteCell(finish(typeof cell === 'string' ? cell : textOf(cell)));
  };
}

/**
 * CSV after RFC 4180: one header line, CRLF after every record, numbers with a point, UTF-8.
 * `bom` writes a byte order mark first, for spreadsheets; `formulas: 'raw'` leaves texts unguarded.
 */
export function csvWriter({ columns, parameters }: Pick<FileContext, 'columns' | 'parameters'>): Writer {
  const cells = columns.map((column) => cellWriter(column, parameters.formulas !== 'raw'));
  // A record of one empty cell would be a blank line, which readers skip.
  const emptyRecord = columns.length === 1 ? '""' : '';
  const bom = parameters.bom === '1' ? BYTE_ORDER_MARK : '';
  return {
    header: () => `${bom}${columns.map(({ name }) => quoteCell(name)).join(',')}\r\n`,
    records(rows) {
      let text = '';
      for (const row of rows) {
        const start = text.length;
        for (let index = 0; index < cells.length; index += 1) {
          if (index > 0) text += ',';
          text += (cells[index] as CellWriter)(row[index] as Cell);
        }
        if (text.length === start) text += emptyRecord;
        text += '\r\n';
      }
      return text;
    },
    footer: () => '',
  };
}

export const csv = textFormat(
  {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    parameters: (z) => ({
      bom: z.enum(['0', '1']),
      formulas: z.enum(['guard', 'raw']),
    }),
  },
  csvWriter,
);
