import type { ImportProblem } from '../../problem';
import type { SourceLimits } from '../limits';
import type { Header } from '../table-rows';
import type { Report } from '../source-error';
import { cellRange, type CellRange } from './cell-range';

/** Merged ranges that are reported one by one; of more only the number. */
const MAX_RANGES = 50;

type AttributeOf = (name: string) => string | undefined;

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** What a sheet hides from those who look at it, and what it shows as one cell. Collected in one reading of its XML. */
export class SheetLayout {
  private readonly hiddenColumns: { readonly first: number; readonly last: number }[] = [];
  private hiddenRows = 0;
  private firstHidden = 0;
  private readonly merged: CellRange[] = [];
  private more = 0;

  constructor(private readonly limits: Pick<SourceLimits, 'fieldsOfRow'>) {}

  /** Takes an element that stands before the rows, between them or behind them. */
  open(name: string, attribute: AttributeOf): void {
    if (name === 'col' && isTrue(attribute('hidden'))) {
      const [first, last] = [Number(attribute('min')), Number(attribute('max'))];
      if (first >= 1 && last <= this.limits.fieldsOfRow) this.hiddenColumns.push({ first, last });
    } else if (name === 'mergeCell') this.merge(attribute('ref') ?? '');
  }

  /** Takes a row of the data that has values. */
  row(row: number, isHidden: boolean): void {
    if (!isHidden) return;
    if (this.hiddenRows === 0) this.firstHidden = row;
    this.hiddenRows += 1;
  }

  private merge(reference: string): void {
    const range = cellRange(reference);
    if (!range) return;
    if (this.merged.length < MAX_RANGES) this.merged.push(range);
    else this.more += 1;
  }

  /** Warnings of hidden columns that have a header; they are known before the first row. */
  columnProblems({ row, texts }: Omit<Header, 'problems'>, report: Report): ImportProblem[] {
    return texts.flatMap((column, index) =>
      column !== '' && this.hiddenColumns.some(({ first, last }) => index + 1 >= first && index + 1 <= last)
        ? [report.warning('column-hidden', { row, column }, { column })]
        : [],
    );
  }

  /** Warnings of hidden rows and merged cells below the header; they are known behind the last row. */
  rowProblems({ row: headerRow, texts }: Omit<Header, 'problems'>, report: Report): ImportProblem[] {
    const inData = this.merged.filter(({ lastRow }) => lastRow > headerRow);
    const last = inData.at(-1);
    const merged = inData.map((range) =>
      report.warning(
        'cells-merged',
        { row: range.firstRow, column: texts[range.column] || null },
        { range: range.text, more: range === last ? this.more : 0 },
      ),
    );
    return this.hiddenRows === 0
      ? merged
      : [report.warning('rows-hidden', { row: this.firstHidden }, { count: this.hiddenRows }), ...merged];
  }
}
