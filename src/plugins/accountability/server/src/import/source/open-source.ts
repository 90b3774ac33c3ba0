import type { ImportProblem } from '../problem';
import { openCsv } from './csv/csv-table';
import { decodeSample, detectEncoding, isEncoding, type Encoding } from './encoding';
import { scanFile, type ScannedFile } from './file-reading';
import { formatOfBytes, formatOfText, isNamedAsLines } from './format';
import { openJson } from './json/json-table';
import { otherFormatOfBytes, otherFormatOfText } from './other-format';
import { SOURCE_LIMITS, type SourceLimits } from './limits';
import { reportOf, SourceError } from './source-error';
import {
  isUnreadable,
  type OpenedSource,
  type ReadSettings,
  type SourceFile,
  type SourceTable,
} from './source';
import { openXlsx } from './xlsx/xlsx-tables';

/** A source that can be read, or why it cannot. A source has to be closed. */
export type SourceOpening =
  { readonly source: OpenedSource } | { readonly problems: readonly ImportProblem[] };

async function encodingOf(scanned: ScannedFile, { encoding }: ReadSettings): Promise<Encoding> {
  const report = reportOf(scanned.identity.name);
  if (encoding === undefined) {
    const detected = await detectEncoding(scanned);
    if (detected === null) throw new SourceError(report.error('format-unknown'));
    return detected;
  }
  const label = encoding.toLowerCase();
  if (!isEncoding(label)) throw new SourceError(report.error('encoding-unknown', {}, { encoding }));
  return label;
}

/** A table without rows is no mistake by itself: exports of an empty collection are such. */
async function withoutRowsWarned(table: SourceTable, file: string): Promise<SourceTable> {
  if (table.problems.some(({ severity }) => severity === 'error')) return table;
  for await (const row of table.rows()) {
    if (!isUnreadable(row) || row.problems.some(({ severity }) => severity === 'error')) return table;
  }
  // Of JSON there is no header.
  const code = table.headerRow === null ? 'no-entries' : 'no-rows';
  return { ...table, problems: [...table.problems, reportOf(file, table.name).warning(code)] };
}

async function openScanned(
  scanned: ScannedFile,
  settings: ReadSettings,
  limits: SourceLimits,
): Promise<OpenedSource> {
  const { identity, sample } = scanned;
  const file = identity.name;
  const report = reportOf(file);
  const mayBeEmpty = isNamedAsLines(file);
  if (sample.length === 0 && !mayBeEmpty) throw new SourceError(report.error('file-empty'));
  const { digest } = identity;
  const byBytes = formatOfBytes(sample);
  if (byBytes === 'encrypted') throw new SourceError(report.error('xlsx-encrypted'));
  if (byBytes === 'xlsx') {
    const { tables, close } = await openXlsx(identity, settings, limits);
    try {
      const warned = [];
      for (const table of tables) warned.push(await withoutRowsWarned(table, file));
      return { file, format: 'xlsx', digest, encoding: null, tables: warned, close: async () => close() };
    } catch (error) {
      close();
      throw error;
    }
  }
  const refuse = (format: string | null): void => {
    if (format !== null) throw new SourceError(report.error('format-not-read', {}, { format }));
  };
  refuse(otherFormatOfBytes(sample));
  if (/\.xls[xm]$/i.test(file)) {
    throw new SourceError(report.error('xlsx-broken', {}, { part: 'zip' }));
  }
  const encoding = await encodingOf(scanned, settings);
  const beginning = decodeSample(sample, encoding);
  if (!mayBeEmpty && beginning.trim() === '' && identity.size <= BigInt(sample.length)) {
    throw new SourceError(report.error('file-empty'));
  }
  refuse(otherFormatOfText(beginning));
  const format = formatOfText(beginning, file);
  const table =
    format === 'csv'
      ? await openCsv(scanned, encoding, settings, limits)
      : await openJson(scanned, encoding, format === 'ndjson', limits);
  const tables = [await withoutRowsWarned(table, file)];
  return { file, format, digest, encoding, tables, close: async () => undefined };
}

/**
 * Opens a CSV, XLSX, JSON or NDJSON file and reads the headers of its tables. The format is detected by the content, then
 * by the ending of the name; encoding and separator are detected where they are not declared. What makes the file
 * unreadable comes as problems, what is wrong with a table or row with the table or row. Errors of the file system
 * are thrown.
 */
export async function openSource(
  file: SourceFile,
  settings: ReadSettings = {},
  limits: SourceLimits = SOURCE_LIMITS,
): Promise<SourceOpening> {
  try {
    return { source: await openScanned(await scanFile(file), settings, limits) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problems: [error.problem] };
  }
}
