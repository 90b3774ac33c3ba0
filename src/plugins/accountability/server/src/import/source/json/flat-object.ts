import type { ImportProblem } from '../../problem';
import type { SourceLimits } from '../limits';
import type { Report } from '../source-error';
import type { SourceValue } from '../source';

/** An object as columns: nested objects as `a.b`. */
export interface FlatObject {
  readonly values: ReadonlyMap<string, SourceValue>;
  readonly problems: readonly ImportProblem[];
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value !== 'object';

/** Columns of one parsed object. Lists of scalars stay lists; lists of objects or lists are a problem. */
export function flatObject(object: object, row: number, report: Report, limits: SourceLimits): FlatObject {
  const values = new Map<string, SourceValue>();
  const problems: ImportProblem[] = [];

  const put = (column: string, value: SourceValue): void => {
    if (values.has(column)) {
      problems.push(report.error('json-key-twice', { row, column }, { column }));
    }
    values.set(column, value);
  };
  const visit = (part: object, prefix: string, depth: number): void => {
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      const column = prefix + key;
      if (isScalar(value)) put(column, value);
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
