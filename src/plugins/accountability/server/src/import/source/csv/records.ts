import type { ImportProblem } from '../../problem';
import type { SourceLimits } from '../limits';
import type { Report } from '../source-error';
import type { Separator } from './separator';
import { splitRecords, type SplitFailure } from './split-records';

/** A record of a CSV file; an empty cell is null, one written as `""` an empty text. */
export interface CsvRecord {
  /** 1 is the first, blank lines included. */
  readonly row: number;
  readonly cells: readonly (string | null)[];
  /** With it the rest of the file cannot be read. */
  readonly problem?: ImportProblem;
}

/** Splits UTF-8 into records, those of a chunk at once. */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  separator: Separator,
  report: Report,
  limits: SourceLimits,
): AsyncGenerator<readonly CsvRecord[], void, void> {
  const settings = { separator, mostFields: limits.fieldsOfRow, mostBytes: limits.rowBytes };
  let row = 0;
  let rest: Buffer = Buffer.alloc(0);
  const split = (bytes: Buffer, isLast: boolean): { found: CsvRecord[]; isOver: boolean } => {
    const { records, end, failure } = splitRecords(bytes, isLast, settings);
    // The chunk may be gone when the next one comes.
    rest = Buffer.from(bytes.subarray(end));
    const isTooLarge = rest.length > limits.rowBytes;
    const found: CsvRecord[] = records.map((cells) => ({ row: (row += 1), cells }));
    const reason = failure ?? (isTooLarge ? 'too-large' : null);
    if (reason) found.push({ row: row + 1, cells: [], problem: problemOf(reason, row + 1, report, limits) });
    return { found, isOver: reason !== null };
  };
  for await (const chunk of chunks) {
    const { found, isOver } = split(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), false);
    yield found;
    if (isOver) return;
  }
  yield split(rest, true).found;
}

function problemOf(failure: SplitFailure, row: number, report: Report, limits: SourceLimits): ImportProblem {
  switch (failure) {
    case 'too-many-fields':
      return report.error('too-many-columns', { row }, { limit: limits.columns });
    case 'quote-not-closed':
      return report.error('quote-not-closed', { row });
    case 'too-large':
      return report.error('row-too-large', { row }, { megabytes: limits.rowBytes / 1024 / 1024 });
  }
}
