import { normalHeader } from '../../../../../shared/normal-header';
import type { MessageValues } from '../../../languages/message-format';
import type { ImportProblem } from '../../problem';
import { asUtf8, type Encoding } from '../encoding';
import { readUnchanged, type ScannedFile } from '../file-reading';
import type { SourceLimits } from '../limits';
import { reportOf, SourceError } from '../source-error';
import type { SourceRow, SourceTable, SourceValue } from '../source';
import { checkedValue } from '../table-rows';
import { jsonItems, type JsonEnding } from './array-items';
import { flatObject, type FlatObject } from './flat-object';
import { isStorable } from '../storable';
import { jsonLines } from './lines';

interface ReadObject extends FlatObject {
  readonly row: number;
  /** With it the rest of the file cannot be read. */
  readonly isCut?: boolean;
}

const CODES: Record<Exclude<JsonEnding, 'whole'>, string> = {
  'cut-off': 'json-cut-off',
  broken: 'json-broken',
  'no-table': 'json-no-table',
  'too-large': 'row-too-large',
};

const NEAR = 40;

/** Where a text stops being JSON: the character, counted from 1, and what stands there. */
function whereBroken(text: string, error: unknown): { position: number; near: string } {
  // The parser names the place in its message only, and not in every one.
  const at = Number(/at position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
  const start = Math.min(at, Math.max(0, text.length - 1));
  return { position: start + 1, near: text.slice(start, start + NEAR) };
}

/** Keys that are remembered: a file with more of them is refused. */
const MAX_REMEMBERED = 10_000;

/** Finds for a key how it was first written: as headers, keys differ by more than letter case, spaces and hyphens. */
function keySpelling(): (key: string) => string {
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size === MAX_REMEMBERED) {
      known.clear();
      first.clear();
    }
    const normal = normalHeader(key);
    const spelling = first.get(normal) ?? key;
    first.set(normal, spelling);
    known.set(key, spelling);
    return spelling;
  };
}

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
  const firstSpelling = keySpelling();

  const failed = (row: number, code: string, values?: MessageValues): ReadObject => ({
    row,
    values: new Map(),
    problems: [report.error(code, { row }, values)],
  });

  function parsed(row: number, text: string): ReadObject {
    let object: unknown;
    try {
      object = JSON.parse(text);
    } catch (error) {
      return failed(row, 'json-broken', whereBroken(text, error));
    }
    if (object === null || typeof object !== 'object' || Array.isArray(object)) {
      return failed(row, 'json-not-object');
    }
    const flat = flatObject(object, text, { row, report, limits, firstSpelling });
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
        yield { ...failed(row + 1, CODES[part.ending], { megabytes, position: 0, near: '' }), isCut: true };
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
    const broken = [...keys].filter((key) => !isStorable(key));
    return {
      header: [...keys],
      problems: broken.map((column) => report.error('character-broken', { column })),
    };
  }

  const { header, problems } = await keysOfAll();

  async function* rows(): AsyncGenerator<SourceRow, void, void> {
    for await (const { row, values: found, problems: known, isCut } of objects()) {
      const rowProblems = [...known];
      const values = header.map((column): SourceValue => {
        const { value, problem } = checkedValue(found.get(column) ?? null, { row, column }, report, limits);
        if (problem) rowProblems.push(problem);
        return value;
      });
      if (rowProblems.length === 0 && values.every((value) => value === null)) continue;
      yield { row, values, problems: rowProblems, ...(isCut && { isCut }) };
    }
  }
  return { name: null, header, headerRow: null, problems, rows };
}
