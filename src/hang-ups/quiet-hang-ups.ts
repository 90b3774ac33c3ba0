import type { Core } from '@strapi/strapi';

/** What a connection that the other side has closed is told by. */
const HANG_UPS = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

interface ConnectionError extends Error {
  readonly code?: string;
}

/** Whether an error says only that a client has gone away before the end. */
export const isHangUp = (error: ConnectionError): boolean =>
  HANG_UPS.has(error.code ?? '') || error.message === 'request aborted';

/**
 * Clients hang up when they like: no fault of the server, and no line in its log. Koa would print a stack for each.
 * Everything else it is told goes to Strapi's log.
 */
export function quietHangUps(strapi: Core.Strapi): void {
  strapi.server.app.on('error', (error: ConnectionError & { status?: number; expose?: boolean }) => {
    if (isHangUp(error)) {
      strapi.log.debug(`A client hung up (${error.code ?? error.message})`);
      return;
    }
    // As Koa has it: what the client is told need not be told to the operator.
    if (error.status === 404 || error.expose) return;
    strapi.log.error(error);
  });
}
