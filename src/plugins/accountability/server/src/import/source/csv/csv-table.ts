import type { ImportProblem } from '../../problem';
import { asUtf8, decodeSample, type Encoding } from '../encoding';
import { readUnchanged, type ScannedFile } from '../file-reading';
import type { SourceLimits } from '../limits';
import { reportOf } from '../source-error';
import { isBlank, readHeader, rowAssembler, type Header } from '../table-rows';
import type { ReadSettings, SourceRow, SourceTable } from '../source';
import { csvRecords, type CsvRecord } from './records';
import { declaredSeparator, detectSeparator } from './separator';

const NO_HEADER: Omit<Header, 'problems'> = { row: 0, texts: [], width: 0 };

/** Opens a CSV file as a table: finds separator and header. */
export async function openCsv(
  scanned: ScannedFile,
  encoding: Encoding,
  settings: ReadSettings,
  limits: SourceLimits,
): Promise<SourceTable> {
  const { identity, sample, isUtf8 } = scanned;
  const report = reportOf(identity.name);
  const beginning = decodeSample(sample, encoding);
  const declared = declaredSeparator(beginning);
  const separator =
    settings.separator ?? declared ?? detectSeparator(beginning, identity.size <= BigInt(sample.length));
  const mayBeBroken = encoding === 'utf-8' && !isUtf8;

  const bytes = (): AsyncGenerator<Buffer, void, void> => asUtf8(readUnchanged(identity, true), encoding);
  const records = (): AsyncGenerator<readonly CsvRecord[], void, void> =>
    csvRecords(bytes(), separator, report, limits);

  const isHeader = ({ row, cells }: CsvRecord): boolean => {
    if (settings.headerRow !== undefined) return row === settings.headerRow;
    return !isBlank(cells) && !(declared !== null && row === 1);
  };

  async function findHeader(): Promise<Header> {
    for await (const some of records()) {
      for (const record of some) {
        if (record.problem) return { ...NO_HEADER, problems: [record.problem] };
        if (isHeader(record)) return readHeader(record.row, record.cells, report, limits);
      }
    }
    const row = settings.headerRow ?? 1;
    return { ...NO_HEADER, problems: [report.error('header-missing', { row }, { row })] };
  }

  const header = await findHeader();

  /** A replacement character in a file that is not valid UTF-8 stands for broken bytes. */
  const brokenCells = ({ row, cells }: CsvRecord): ImportProblem[] =>
    cells.flatMap((cell, index) =>
      cell?.includes('\uFFFD')
        ? [report.error('broken-encoding', { row, column: header.texts[index] ?? null }, { encoding })]
        : [],
    );

  async function* rows(): AsyncGenerator<SourceRow, void, void> {
    if (header.row === 0) return;
    const assemble = rowAssembler({ header, report, limits, isRectangular: true });
    for await (const some of records()) {
      for (const record of some) {
        if (record.problem) {
          const values = header.texts.map(() => null);
          yield { row: record.row, values, problems: [record.problem], isCut: true };
          return;
        }
        if (record.row <= header.row) continue;
        const row = assemble(record.row, record.cells, mayBeBroken ? brokenCells(record) : []);
        if (row) yield row;
      }
    }
  }

  const problems = [...header.problems];
  if (mayBeBroken && header.texts.some((text) => text.includes('\uFFFD'))) {
    problems.push(report.error('broken-encoding', { row: header.row }, { encoding }));
  }
  return { name: null, header: header.texts, headerRow: header.row || null, problems, rows };
}
