import type { Core } from '@strapi/strapi';

/** What a connection that the other side has closed is told by; the last one is half a request. */
const HANG_UPS = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_EOF_STATE',
]);

/** Whether an error says only that a client has gone away before the end. */
export const isClientDisconnect = (error: unknown): boolean =>
  error instanceof Error && HANG_UPS.has((error as NodeJS.ErrnoException).code ?? '');

/**
 * Clients hang up when they like: no fault of the server, and no stack in its log. Koa's own report stays for
 * everything else. It is wrapped rather than listened beside: Strapi's upload plugin calls it for whatever comes.
 */
export function quietClientDisconnects({ server: { app }, log }: Core.Strapi): void {
  const report = app.onerror.bind(app);
  app.onerror = (error: Error) => {
    if (isClientDisconnect(error)) log.debug(`A client hung up (${(error as NodeJS.ErrnoException).code})`);
    else report(error);
  };
}
