/** Error codes of PostgreSQL, its driver and SQLite for a database that is unavailable at the moment. */
const UNAVAILABLE =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|57P0[1-5]|08\w{3}|53\w{3}|58\w{3}|25006|55P03|SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB)\w*)$/;
const UNAVAILABLE_WORDS =
  /Timeout acquiring a connection|Connection terminated|Connection ended|Client has encountered a connection error|not queryable|Unable to acquire a connection/i;

/** Whether an error means that the database is unavailable, not that a statement is wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' && UNAVAILABLE.test(code)) ||
    error.name === 'KnexTimeoutError' ||
    UNAVAILABLE_WORDS.test(error.message)
  );
}

/**
 * An unexpected error without its message, for the log: its class and stack. The message of a database error
 * contains the statement with its values, an e-mail address among them.
 */
export function withoutWords(error: unknown): Error {
  const { name, code, stack } = (error instanceof Error ? error : {}) as Partial<Error> & { code?: unknown };
  const bare = new Error(
    `A comment or report failed: ${name ?? 'unknown error'}${typeof code === 'string' ? ` (${code})` : ''}`,
  );
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  bare.stack = [`${bare.name}: ${bare.message}`, ...frames].join('\n');
  return bare;
}
