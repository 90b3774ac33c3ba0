import type { ImportProblem, Severity } from '../problem';

/** Stops the reading of a source; `problem` says why and where. */
export class SourceError extends Error {
  constructor(readonly problem: ImportProblem) {
    super(`${problem.code} in ${problem.place.file}`);
    this.name = 'SourceError';
  }
}

type Values = Readonly<Record<string, string | number>>;

/** Where in a table: its row and the header of its column. */
interface Spot {
  readonly row?: number | null;
  readonly column?: string | null;
}

/** Makes the problems of one table. */
export interface Report {
  error(code: string, spot?: Spot, values?: Values): ImportProblem;
  warning(code: string, spot?: Spot, values?: Values): ImportProblem;
}

/** Makes problems whose places are in this file and table. */
export function reportOf(file: string, table: string | null = null): Report {
  const problem =
    (severity: Severity) =>
    (code: string, { row = null, column = null }: Spot = {}, values?: Values): ImportProblem => ({
      severity,
      code,
      place: { file, table, row, column },
      ...(values && { values }),
    });
  return { error: problem('error'), warning: problem('warning') };
}
