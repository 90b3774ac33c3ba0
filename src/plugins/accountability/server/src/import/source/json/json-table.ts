import type { ImportProblem } from '../../problem';
import { asUtf8, type Encoding } from '../encoding';
import { readUnchanged, type ScannedFile } from '../file-reading';
import type { SourceLimits } from '../limits';
import { reportOf, SourceError } from '../source-error';
import type { SourceRow, SourceTable, SourceValue } from '../source';
import { jsonItems, type JsonEnding } from './array-items';
import { flatObject, type FlatObject } from './flat-object';
import { jsonLines } from './lines';

interface ReadObject extends FlatObject {
  readonly row: number;
  /** With it the rest of the file cannot be read. */
  readonly isLast?: boolean;
}

const CODES: Record<Exclude<JsonEnding, 'whole'>, string> = {
  'cut-off': 'json-cut-off',
  broken: 'json-broken',
  'no-table': 'json-no-table',
  'too-large': 'row-too-large',
};

/**
 * Opens a file of JSON objects as a table: an array, an object with one array (such as the JSON exports), or a line
 * for each object. Reads it once for the keys of all objects.
 */
export async function openJson(
  scanned: ScannedFile,
  encoding: Encoding,
  isLines: boolean,
  limits: SourceLimits,
): Promise<SourceTable> {
  const { identity, isUtf8 } = scanned;
  const report = reportOf(identity.name);
  const mayBeBroken = encoding === 'utf-8' && !isUtf8;
  const megabytes = limits.rowBytes / 1024 / 1024;

  const failed = (row: number, code: string, values?: Record<string, string | number>): ReadObject => ({
    row,
    values: new Map(),
    problems: [report.error(code, { row }, values)],
  });

  function parsed(row: number, text: string): ReadObject {
    let object: unknown;
    try {
      object = JSON.parse(text);
    } catch (error) {
      return failed(row, 'json-broken', { detail: String((error as Error).message).slice(0, 200) });
    }
    if (object === null || typeof object !== 'object' || Array.isArray(object)) {
      return failed(row, 'json-not-object');
    }
    const flat = flatObject(object, row, report, limits);
    if (!mayBeBroken || !text.includes('\uFFFD')) return { row, ...flat };
    return {
      row,
      ...flat,
      problems: [...flat.problems, report.error('broken-encoding', { row }, { encoding })],
    };
  }

  async function* objects(): AsyncGenerator<ReadObject, void, void> {
    const bytes = asUtf8(readUnchanged(identity), encoding);
    let row = 0;
    for await (const part of isLines ? jsonLines(bytes, limits) : jsonItems(bytes, limits)) {
      if (part.kind === 'item') {
        row += 1;
        if (!isLines || part.text.trim() !== '') yield parsed(row, part.text);
      } else if (part.ending === 'no-table') {
        throw new SourceError(report.error(CODES['no-table']));
      } else if (part.ending !== 'whole') {
        yield { ...failed(row + 1, CODES[part.ending], { megabytes, detail: '' }), isLast: true };
      }
    }
  }

  async function keysOfAll(): Promise<{ header: string[]; problems: ImportProblem[] }> {
    const keys = new Set<string>();
    for await (const { row, values } of objects()) {
      for (const key of values.keys()) keys.add(key);
      if (keys.size <= limits.columns) continue;
      return { header: [], problems: [report.error('too-many-columns', { row }, { limit: limits.columns })] };
    }
    return { header: [...keys], problems: [] };
  }

  const { header, problems } = await keysOfAll();

  async function* rows(): AsyncGenerator<SourceRow, void, void> {
    for await (const { row, values: found, problems: known } of objects()) {
      const rowProblems = [...known];
      const values = header.map((column): SourceValue => {
        const value = found.get(column) ?? null;
        if (typeof value !== 'string' || value.length <= limits.cellCharacters) return value;
        const size = { found: value.length, limit: limits.cellCharacters };
        rowProblems.push(report.error('cell-too-large', { row, column }, size));
        return null;
      });
      if (rowProblems.length === 0 && values.every((value) => value === null)) continue;
      yield { row, values, problems: rowProblems };
    }
  }
  return { name: null, header, headerRow: null, problems, rows };
}
