import type { ImportProblem } from '../../problem';
import type { SourceLimits } from '../limits';
import type { Report } from '../source-error';
import type { SourceValue } from '../source';
import { repeatedKeys } from './repeated-keys';

/** An object as columns: nested objects as `a.b`. */
export interface FlatObject {
  readonly values: ReadonlyMap<string, SourceValue>;
  readonly problems: readonly ImportProblem[];
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value !== 'object';

/** A number of the file that is not what has been read of it: JSON has more than a computer's numbers hold. */
const isInexact = (value: unknown): boolean =>
  typeof value === 'number' && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER);

interface FlatSettings {
  readonly row: number;
  readonly report: Report;
  readonly limits: SourceLimits;
  /** The first spelling of a key that was seen: letter case, spaces and hyphens do not matter. */
  readonly firstSpelling: (key: string) => string;
}

/**
 * Columns of one parsed object. Lists of scalars stay lists; lists of objects or lists are a problem, and so are keys
 * that stand twice.
 * @param text what the object was parsed from
 */
export function flatObject(
  object: object,
  text: string,
  { row, report, limits, firstSpelling }: FlatSettings,
): FlatObject {
  const values = new Map<string, SourceValue>();
  const spellings = new Map<string, string>();
  const problems: ImportProblem[] = repeatedKeys(text).map((column) =>
    report.error('json-key-twice', { row, column }, { column }),
  );

  const put = (column: string, value: SourceValue): void => {
    const name = firstSpelling(column);
    const other = spellings.get(name);
    if (other === column) problems.push(report.error('json-key-twice', { row, column }, { column }));
    else if (other !== undefined) {
      problems.push(report.error('json-keys-alike', { row, column }, { column, other }));
    }
    spellings.set(name, column);
    values.set(name, value);
  };
  const visit = (part: object, prefix: string, depth: number): void => {
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      const column = prefix + key;
      if (isInexact(value)) {
        problems.push(report.error('json-number-inexact', { row, column }, { value: String(value) }));
        put(column, null);
      } else if (isScalar(value)) put(column, value);
      else if (Array.isArray(value) && value.every(isScalar)) put(column, value);
      else if (Array.isArray(value)) {
        problems.push(report.error('list-of-objects', { row, column }, { column }));
        put(column, null);
      } else if (depth === limits.depth) {
        problems.push(report.error('json-too-deep', { row, column }, { limit: limits.depth }));
      } else visit(value as object, `${column}.`, depth + 1);
    }
  };
  visit(object, '', 1);
  return { values, problems };
}
