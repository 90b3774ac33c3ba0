import { refuseChanged, type FileIdentity } from '../file-reading';
import type { SourceLimits } from '../limits';
import { reportOf, SourceError } from '../source-error';
import type { ReadSettings, SourceRow, SourceTable } from '../source';
import { isBlank, readHeader, rowAssembler, type Header } from '../table-rows';
import { openArchive, type Archive } from './archive';
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
    try {
      for await (const { row, cells, problems } of sheetRows({ ...common, columnAt: () => null })) {
        if (wanted === undefined ? isBlank(cells) : row !== wanted) continue;
        const header = readHeader(row, cells, report, limits);
        const errors = problems.filter(({ severity }) => severity === 'error');
        return { ...header, problems: [...errors, ...header.problems] };
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
    let last = header.row;
    try {
      for await (const { row, cells, problems } of sheetRows({ ...common, columnAt })) {
        if (row <= header.row) continue;
        last = row;
        const assembled = assemble(row, cells, problems);
        if (assembled) yield assembled;
      }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      const row = last + 1;
      const problems = [report.error(error.code, { row }, error.values)];
      yield { row, values: header.texts.map(() => null), problems };
    }
    await refuseChanged(identity);
  }
  const isHidden = sheet.isHidden ? { isHidden: true } : {};
  return {
    name: sheet.name,
    ...isHidden,
    header: header.texts,
    headerRow: header.row || null,
    problems: header.problems,
    rows,
  };
}

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
    const workbook = await readWorkbook(archive, limits);
    const sheets = workbook.sheets.filter(
      ({ name }) => settings.sheet === undefined || name === settings.sheet,
    );
    if (sheets.length === 0) {
      const names = workbook.sheets.map(({ name }) => name).join(', ');
      throw new WorkbookError('sheet-missing', { sheet: settings.sheet ?? '', sheets: names.slice(0, 500) });
    }
    const tables: SourceTable[] = [];
    for (const sheet of sheets) {
      tables.push(await openSheet({ identity, archive, workbook, limits }, sheet, settings.headerRow));
    }
    const { close } = archive;
    return { tables, close };
  } catch (error) {
    archive?.close();
    if (!(error instanceof WorkbookError)) throw error;
    throw new SourceError(reportOf(identity.name).error(error.code, {}, error.values));
  }
}
