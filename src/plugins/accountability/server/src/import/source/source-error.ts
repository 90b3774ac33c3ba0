import type { MessageValues } from '../../languages/message-format';
import type { ImportProblem, Severity } from '../problem';
import { storable } from './storable';

/** Stops the reading of a source; `problem` says why and where. */
export class SourceError extends Error {
  constructor(readonly problem: ImportProblem) {
    super(`${problem.code} in ${problem.place.file}`);
    this.name = 'SourceError';
  }
}

/** Of a header or a value in a message. */
const MAX_SHOWN_LENGTH = 500;

const storableValue = (value: MessageValues[string]): MessageValues[string] => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? storable(value) : value.map(storable);
};

const storableValues = (values: MessageValues): MessageValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, storableValue(value)]));

/** Where in a table: its row and the header of its column. */
interface Position {
  readonly row?: number | null;
  readonly column?: string | null;
}

/** Makes the problems of one table. */
export interface Report {
  error(code: string, spot?: Position, values?: MessageValues): ImportProblem;
  warning(code: string, spot?: Position, values?: MessageValues): ImportProblem;
}

/** Makes problems whose places are in this file and table. */
export function reportOf(file: string, table: string | null = null): Report {
  const problem =
    (severity: Severity) =>
    (code: string, { row = null, column = null }: Position = {}, values?: MessageValues): ImportProblem => ({
      severity,
      code,
      place: {
        file,
        table,
        row,
        column: column === null ? null : storable(column).slice(0, MAX_SHOWN_LENGTH),
      },
      ...(values && { values: storableValues(values) }),
    });
  return { error: problem('error'), warning: problem('warning') };
}
