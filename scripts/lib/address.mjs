import { createServer } from 'node:net';

const EVERY_ADDRESS = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** The address this machine reaches the server under. */
export function localUrl(host, port) {
  return `http://${EVERY_ADDRESS[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}

/** The code of the error listening there would give, such as EADDRINUSE; null when the address is free. */
export function listenProblem(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}

/** Waits until the health check answers; false when `isGone` says that nobody will answer any more. */
export async function waitUntilHealthy(url, isGone) {
  while (!isGone()) {
    try {
      const response = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(2000) });
      if (response.status === 204) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return false;
}
