import type { MessageValues } from '../../../languages/message-format';

/** A workbook cannot be read; `code` and `values` are those of the problem. */
export class WorkbookError extends Error {
  constructor(
    readonly code: string,
    readonly values: MessageValues = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'WorkbookError';
  }
}

/** A part of the archive that is missing or damaged. */
export const brokenPart = (part: string, error: unknown): WorkbookError =>
  error instanceof WorkbookError ? error : new WorkbookError('xlsx-broken', { part });
