import { isDescription } from '../../../export/formats/xlsx/is-description';
import { refuseChanged, type FileIdentity } from '../file-reading';
import type { SourceLimits } from '../limits';
import { shownList } from '../../shown-list';
import { reportOf, SourceError } from '../source-error';
import type { ReadSettings, SourceRow, SourceTable } from '../source';
import { isBlank, readHeader, rowAssembler, type Header } from '../table-rows';
import { openArchive, type Archive } from './archive';
import { otherArchive } from './other-archive';
import { SheetLayout } from './sheet-layout';
import { sheetRows } from './sheet-rows';
import { readWorkbook, type SheetPart, type Workbook } from './workbook-parts';
import { WorkbookError } from './workbook-error';

interface OpenedWorkbook {
  readonly identity: FileIdentity;
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly limits: SourceLimits;
}

async function openSheet(
  { identity, archive, workbook, limits }: OpenedWorkbook,
  sheet: SheetPart,
  wanted: number | undefined,
): Promise<SourceTable> {
  const report = reportOf(identity.name, sheet.name);
  const common = { archive, workbook, sheet, report, limits };

  async function findHeader(): Promise<Header> {
    const none = { row: 0, texts: [], width: 0 };
    const layout = new SheetLayout(limits);
    try {
      for await (const { row, cells, problems } of sheetRows({ ...common, layout, columnAt: () => null })) {
        if (wanted === undefined ? isBlank(cells) : row !== wanted) continue;
        const header = readHeader(row, cells, report, limits);
        const errors = problems.filter(({ severity }) => severity === 'error');
        const hidden = layout.columnProblems(header, report);
        return { ...header, problems: [...errors, ...header.problems, ...hidden] };
      }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return { ...none, problems: [report.error(error.code, {}, error.values)] };
    }
    return { ...none, problems: [report.error('header-missing', {}, { row: wanted ?? 1 })] };
  }

  const header = await findHeader();

  async function* rows(): AsyncGenerator<SourceRow, void, void> {
    if (header.row === 0) return;
    await refuseChanged(identity);
    const assemble = rowAssembler({ header, report, limits, isRectangular: false });
    const columnAt = (index: number): string | null => header.texts[index] || null;
    const layout = new SheetLayout(limits);
    const nothing = header.texts.map(() => null);
    let last = 0;
    try {
      for await (const { row, cells, problems, isHidden } of sheetRows({ ...common, layout, columnAt })) {
        if (row <= last) {
          // Its number says that it stands further up: what it is to the others is not known.
          if (!isBlank(cells)) {
            yield {
              row,
              values: nothing,
              problems: [report.error('row-out-of-order', { row }, { after: last })],
            };
          }
          continue;
        }
        last = row;
        if (row <= header.row) continue;
        const assembled = assemble(row, cells, problems);
        if (!assembled) continue;
        layout.row(row, isHidden);
        yield assembled;
      }
      for (const problem of layout.rowProblems(header, report)) {
        yield { row: problem.place.row ?? last, values: nothing, problems: [problem] };
      }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      const row = Math.max(last, header.row) + 1;
      const problems = [report.error(error.code, { row }, error.values)];
      yield { row, values: nothing, problems, isCut: true };
    }
    await refuseChanged(identity);
  }
  return {
    name: sheet.name,
    ...(sheet.isHidden && { isHidden: true }),
    header: header.texts,
    headerRow: header.row || null,
    problems: header.problems,
    rows,
  };
}

const isWithoutCells = ({ headerRow, problems }: SourceTable): boolean =>
  headerRow === null && problems.every(({ code }) => code === 'header-missing');

/** The sheets of a workbook as tables. The file stays open until `close`. Throws a `SourceError`. */
export async function openXlsx(
  identity: FileIdentity,
  settings: ReadSettings,
  limits: SourceLimits,
): Promise<{ tables: SourceTable[]; close: () => void }> {
  let archive: Archive | null = null;
  try {
    archive = await openArchive(identity.path, limits);
    await refuseChanged(identity);
    const other = await otherArchive(archive);
    if (other !== null) throw new WorkbookError('format-not-read', { format: other });
    const workbook = await readWorkbook(archive, limits);
    const sheets = workbook.sheets.filter(
      ({ name }) => settings.sheet === undefined || name === settings.sheet,
    );
    if (workbook.sheets.length === 0) throw new WorkbookError('workbook-empty');
    if (sheets.length === 0) {
      const names = workbook.sheets.map(({ name }) => name);
      throw new WorkbookError('sheet-missing', { sheet: settings.sheet ?? '', sheets: shownList(names) });
    }
    const tables: SourceTable[] = [];
    for (const sheet of sheets) {
      // One that is asked for by its name is seen.
      const shown = { ...sheet, isHidden: sheet.isHidden && settings.sheet === undefined };
      tables.push(await openSheet({ identity, archive, workbook, limits }, shown, settings.headerRow));
    }
    const isChosen = settings.sheet !== undefined || settings.headerRow !== undefined;
    if (!isChosen && tables.every((table) => table.isHidden || isWithoutCells(table))) {
      throw new WorkbookError('workbook-empty');
    }
    const { close } = archive;
    // What an export says about its data is not to be imported. Alone it is a wrong file, and is reported as such.
    const data = tables.filter(({ name, header }) => name === null || !isDescription(name, header));
    return { tables: settings.sheet === undefined && data.length > 0 ? data : tables, close };
  } catch (error) {
    archive?.close();
    if (!(error instanceof WorkbookError)) throw error;
    throw new SourceError(reportOf(identity.name).error(error.code, {}, error.values));
  }
}
