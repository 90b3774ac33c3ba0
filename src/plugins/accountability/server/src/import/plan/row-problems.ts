import type { ImportProblem } from '../problem';
import type { RowReader } from './row-reader';
import type { RowReading } from './row-reading';
import type { RuleProblem } from './rules';

/** An error in a row. */
export const problemAt = (
  reading: RowReading,
  column: string | null,
  code: string,
  values?: ImportProblem['values'],
): ImportProblem => ({ severity: 'error', code, place: { ...reading.place, column }, values });

/** A problem whose values name attributes of a content type. */
export const ofAttributes = (contentType: string, problem: ImportProblem): ImportProblem =>
  problem.values === undefined ? problem : { ...problem, attributesOf: contentType };

/** What a rule of the application says, in its column. */
export const ruleProblem = (
  reading: RowReading,
  reader: RowReader,
  { attribute, ...problem }: RuleProblem,
): ImportProblem => ({
  ...problem,
  place: { ...reading.place, column: attribute ? reader.headerOf(attribute, null) : null },
});
