import path from 'node:path';
import { TEST_SETTINGS } from './environment';
import { freePort } from './free-port';
import { ROOT, startNode } from './processes';

const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';

/** `strapi start` as a process of its own, as an operator runs it. */
export interface ServerProcess {
  url: string;
  /** What it has printed so far. */
  output(): string;
  /** Waits until it has printed something like this. */
  printed(pattern: RegExp): Promise<void>;
  /** Waits until it answers. */
  ready(): Promise<void>;
  /** Ends it and waits for its end. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts the built application on a free port.
 * @param env settings on top of the tests' own, the database's among them
 * @param root the application's folder, by default the tracker's
 */
export async function startServer(env: Record<string, string>, root = ROOT): Promise<ServerProcess> {
  const port = await freePort();
  const settings = { ...TEST_SETTINGS, ...env, PORT: String(port) };
  const running = startNode([path.join(root, STRAPI), 'start'], settings, root);
  const { child, output, ended } = running;
  const url = `http://127.0.0.1:${port}`;

  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    const end = Date.now() + 90_000;
    while (!(await holds())) {
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`No ${what} from the server:\n${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    url,
    output,
    printed: (pattern) => until(String(pattern), () => pattern.test(output())),
    ready: () =>
      until('answer', async () => {
        const response = await fetch(`${url}/_health`).catch(() => null);
        return response?.status === 204;
      }),
    async kill(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}
