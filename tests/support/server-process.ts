import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { TEST_SETTINGS } from './environment';
import { freePort } from './free-port';
import { hostProcess } from './host';

const ROOT = path.resolve(__dirname, '../..');
const STRAPI = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');

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
 */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(hostProcess().execPath, [STRAPI, 'start'], {
    cwd: ROOT,
    env: {
      PATH: hostProcess().env.PATH,
      HOME: hostProcess().env.HOME,
      ...TEST_SETTINGS,
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;

  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    const end = Date.now() + 90_000;
    while (!(await holds())) {
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`No ${what} from the server:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    url,
    output: () => output,
    printed: (pattern) => until(String(pattern), () => pattern.test(output)),
    ready: () =>
      until('answer', async () => {
        const response = await fetch(`${url}/_health`).catch(() => null);
        return response?.status === 204;
      }),
    async kill(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}
