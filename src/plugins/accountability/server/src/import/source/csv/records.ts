import { CsvError, parse, type InfoField } from 'csv-parse';
import type { ImportProblem } from '../../problem';
import type { SourceLimits } from '../limits';
import type { Report } from '../source-error';
import type { Separator } from './separator';

/** A record of a CSV file; an empty cell is null, one written as `""` an empty text. */
export interface CsvRecord {
  /** 1 is the first, blank lines included. */
  readonly row: number;
  readonly cells: readonly (string | null)[];
  /** With it the rest of the file cannot be read. */
  readonly problem?: ImportProblem;
}

class TooManyFields extends Error {}
class TooLarge extends Error {}

export interface CsvForm {
  readonly separator: Separator;
  /** See `hasEmptyTexts`. */
  readonly hasEmptyTexts: boolean;
}

/**
 * Splits UTF-8 into records (RFC 4180), with any of the three line ends. Quotes inside a cell that is not quoted
 * are kept, as spreadsheet programs do.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  { separator, hasEmptyTexts }: CsvForm,
  report: Report,
  limits: SourceLimits,
): AsyncGenerator<CsvRecord, void, void> {
  let complete: (string | null)[][] = [];
  let row = 0;
  let sinceRecord = 0;
  let failure: unknown = null;
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.rowBytes,
    // Makes reading several times slower.
    ...(hasEmptyTexts && {
      cast: (value: string, { quoting }: InfoField) => (value === '' && !quoting ? null : value),
    }),
    // Taken here and not from the stream: a stream that fails drops the records it has not given yet.
    on_record: (record: (string | null)[]) => {
      sinceRecord = 0;
      if (record.length > limits.fieldsOfRow) failure ??= new TooManyFields();
      if (failure) return null;
      complete.push(hasEmptyTexts ? record : record.map((cell) => cell || null));
      return null;
    },
  });
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.resume();

  const step = (write: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve) => {
      write((error) => {
        failure ??= error ?? null;
        resolve();
      });
    });
  const take = function* (): Generator<CsvRecord> {
    const records = complete;
    complete = [];
    for (const cells of records) yield { row: (row += 1), cells };
  };

  try {
    for await (const chunk of chunks) {
      await step((done) => parser.write(chunk, done));
      yield* take();
      sinceRecord += chunk.length;
      // The parser counts the bytes of cells, not the separators of empty ones.
      if (sinceRecord > limits.rowBytes) failure ??= new TooLarge();
      if (failure) break;
    }
    if (!failure) await step((done) => parser.end(done));
    yield* take();
    if (failure) yield { row: row + 1, cells: [], problem: problemOf(failure, row + 1, report, limits) };
  } finally {
    parser.destroy();
  }
}

function problemOf(failure: unknown, row: number, report: Report, limits: SourceLimits): ImportProblem {
  if (failure instanceof TooManyFields) {
    return report.error('too-many-columns', { row }, { limit: limits.columns });
  }
  if (failure instanceof CsvError && failure.code === 'CSV_QUOTE_NOT_CLOSED') {
    return report.error('quote-not-closed', { row });
  }
  if (
    failure instanceof TooLarge ||
    (failure instanceof CsvError && failure.code === 'CSV_MAX_RECORD_SIZE')
  ) {
    return report.error('row-too-large', { row }, { megabytes: limits.rowBytes / 1024 / 1024 });
  }
  throw failure;
}
