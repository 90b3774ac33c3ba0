import type { ImportProblem } from '../../problem';
import type { SourceLimits } from '../limits';
import type { Report } from '../source-error';
import type { SourceValue } from '../source';
import type { Archive } from './archive';
import { columnIndex } from './cell-range';
import { serialDate } from './serial-date';
import type { SheetLayout } from './sheet-layout';
import { unescapeText } from './text';
import { WorkbookError } from './workbook-error';
import type { SheetPart, Workbook } from './workbook-parts';
import { readXml } from './xml-part';

/** A row as it stands in a sheet. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SourceValue[];
  readonly problems: readonly ImportProblem[];
  readonly isHidden: boolean;
}

interface Cell {
  readonly index: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  /** Text of an inline string. */
  inline: string | null;
  isFormula: boolean;
}

interface Settings {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly sheet: SheetPart;
  /** Header of the column at an index; null before it is known. */
  readonly columnAt: (index: number) => string | null;
  readonly layout: SheetLayout;
  readonly report: Report;
  readonly limits: SourceLimits;
}

/** Collects the rows of a sheet from its XML. */
class SheetHandler {
  private complete: SheetRow[] = [];
  private row = 0;
  private isHidden = false;
  private cells: SourceValue[] = [];
  private problems: ImportProblem[] = [];
  private cell: Cell | null = null;
  private nextIndex = 0;
  private element = '';
  private phonetic = 0;
  private readonly formulaColumns = new Set<number>();

  constructor(private readonly settings: Settings) {}

  take(): SheetRow[] {
    const rows = this.complete;
    this.complete = [];
    return rows;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    this.element = name;
    if (name === 'row') this.startRow(attribute);
    else if (name === 'c') this.startCell(attribute);
    else if (name === 'rPh') this.phonetic += 1;
    else if (this.cell && name === 'f') this.cell.isFormula = true;
    else if (this.cell && name === 'v') this.cell.value = '';
    else if (this.cell && name === 'is') this.cell.inline = '';
    else this.settings.layout.open(name, attribute);
  }

  text(text: string): void {
    if (!this.cell) return;
    if (this.element === 'v') this.cell.value += text;
    else if (this.element === 't' && this.phonetic === 0 && this.cell.inline !== null)
      this.cell.inline += text;
  }

  close(name: string): void {
    this.element = '';
    if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c') this.endCell();
    else if (name === 'row') {
      const { row, cells, problems, isHidden } = this;
      this.complete.push({ row, cells, problems, isHidden });
    }
  }

  private startRow(attribute: (name: string) => string | undefined): void {
    const row = Number(attribute('r') ?? this.row + 1);
    const { rowsOfSheet } = this.settings.limits;
    if (row > rowsOfSheet) throw new WorkbookError('too-many-rows', { limit: rowsOfSheet });
    this.row = row;
    this.isHidden = ['1', 'true'].includes(attribute('hidden') ?? '');
    this.cells = [];
    this.problems = [];
    this.nextIndex = 0;
  }

  private startCell(attribute: (name: string) => string | undefined): void {
    const reference = attribute('r');
    const index = reference === undefined ? this.nextIndex : columnIndex(reference);
    const { fieldsOfRow, columns } = this.settings.limits;
    if (index < 0 || index >= fieldsOfRow) throw new WorkbookError('too-many-columns', { limit: columns });
    this.nextIndex = index + 1;
    this.cell = {
      index,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? -1),
      value: null,
      inline: null,
      isFormula: false,
    };
  }

  private endCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    const value = this.valueOf(cell);
    if (cell.isFormula) this.reportFormula(cell);
    if (value === null) return;
    // Cells may be left out: those before this one are empty.
    while (this.cells.length < cell.index) this.cells.push(null);
    this.cells[cell.index] = value;
  }

  private reportFormula({ index, value }: Cell): void {
    const { report, columnAt } = this.settings;
    const place = { row: this.row, column: columnAt(index) };
    if (value === null) {
      this.problems.push(report.error('formula-without-result', place));
    } else if (!this.formulaColumns.has(index)) {
      this.formulaColumns.add(index);
      this.problems.push(report.warning('formula-cell', place));
    }
  }

  private valueOf(cell: Cell): SourceValue {
    const { workbook, report, columnAt } = this.settings;
    const { type, value } = cell;
    if (type === 'inlineStr') return cell.inline === null ? value : unescapeText(cell.inline);
    if (value === null) return null;
    const place = { row: this.row, column: columnAt(cell.index) };
    switch (type) {
      case 's': {
        const text = workbook.strings[Number(value)];
        if (text === undefined)
          this.problems.push(report.error('cell-broken', place, { value: value.slice(0, 200) }));
        return text ?? null;
      }
      case 'str':
        return unescapeText(value);
      case 'b':
        return value.trim() === '1' || value.trim() === 'true';
      case 'e':
        this.problems.push(report.error('error-cell', place, { error: value.slice(0, 200) }));
        return null;
      case 'd': {
        const [day = '', time = ''] = value.trim().split('T');
        return /^(?:00:00(?::00(?:\.0+)?)?Z?)?$/.test(time) ? { day } : value.trim();
      }
      default:
        return value.trim() === '' ? null : this.numberOf(cell, value, place);
    }
  }

  private numberOf(
    { style }: Cell,
    text: string,
    place: { row: number; column: string | null },
  ): SourceValue {
    const { workbook, report } = this.settings;
    const number = Number(text);
    if (!Number.isFinite(number)) {
      this.problems.push(report.error('cell-broken', place, { value: text.slice(0, 200) }));
      return null;
    }
    const kind = workbook.kinds[style] ?? 'number';
    if (kind === 'number') return number;
    const date = serialDate(number, kind, workbook.is1904);
    if (date === null) this.problems.push(report.error('date-out-of-range', place, { number }));
    return date;
  }
}

/**
 * The rows of a sheet in the order of the file, empty ones included as far as the file has them. Of merged cells only
 * the first has a value. Throws a `WorkbookError` where the rest cannot be read; the rows before have been given.
 */
export async function* sheetRows(settings: Settings): AsyncGenerator<SheetRow, void, void> {
  const { archive, sheet, limits } = settings;
  const handler = new SheetHandler(settings);
  try {
    for await (const _ of readXml(archive, sheet.part, handler, limits)) yield* handler.take();
  } catch (error) {
    yield* handler.take();
    throw error;
  }
}
