import type { Core } from '@strapi/strapi';

/** Error codes of a connection closed by the client; the last one is an incomplete request. */
const HANG_UPS = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_EOF_STATE',
]);

/** Whether an error only means that the client disconnected early. */
export const isClientDisconnect = (error: unknown): boolean =>
  error instanceof Error && HANG_UPS.has((error as NodeJS.ErrnoException).code ?? '');

/**
 * Client disconnects are not server errors and must not log a stack trace. Koa's own handler remains for everything
 * else. It is wrapped rather than supplemented: Strapi's upload plugin calls it for any error.
 */
export function quietClientDisconnects({ server: { app }, log }: Core.Strapi): void {
  const report = app.onerror.bind(app);
  app.onerror = (error: Error) => {
    if (isClientDisconnect(error)) log.debug(`A client hung up (${(error as NodeJS.ErrnoException).code})`);
    else report(error);
  };
}
