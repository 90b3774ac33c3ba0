import type { Format } from './formats/format';
import { ProblemError } from '../http/problem-details';

/** @throws ProblemError 400 for more rows than a file of the format can contain */
export function refuseTooManyRows(
  total: number,
  { extension, maxRows = Infinity }: Pick<Format, 'extension' | 'maxRows'>,
): void {
  if (total <= maxRows) return;
  throw new ProblemError('too-many-rows', {
    values: { rows: String(total), most: String(maxRows), format: extension },
  });
}
