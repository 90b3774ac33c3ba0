import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { hostProcess } from './host';

export const ROOT = path.resolve(__dirname, '../..');

/** Where the local provider keeps uploads; each process that runs tests has its own. */
export const uploadsFolder = (): string => path.join(hostProcess().env.PUBLIC_DIR ?? '', 'uploads');

export interface Ended {
  code: number | null;
  /** Both streams, as an operator sees them in a terminal, without colours. */
  output: string;
}

export interface Running {
  child: ChildProcess;
  /** What it printed so far. */
  output(): string;
  ended: Promise<Ended>;
}

/** What finds programs, and the folders of this process. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'PUBLIC_DIR'];

/**
 * Starts a script of the project with nothing else of this machine's settings.
 * @param args of Node: the script and its arguments
 * @param cwd where it runs, by default in the project's root
 */
export function startNode(args: string[], env: Record<string, string> = {}, cwd = ROOT): Running {
  const host = hostProcess();
  const child = spawn(host.execPath, args, {
    cwd,
    env: {
      ...Object.fromEntries(KEPT.map((name) => [name, host.env[name]])),
      ENV_PATH: '/dev/null',
      NO_COLOR: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const plain = () => stripColours(text);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, output: plain() }));
  });
  return { child, output: plain, ended };
}

/** Waits until the output has this text; fails with the output when the process ends before. */
export async function waitForOutput(running: Running, text: string): Promise<void> {
  let over = false;
  void running.ended.then(() => (over = true));
  while (!running.output().includes(text)) {
    if (over) throw new Error(`Ended before "${text}":\n${running.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks it to end as Ctrl+C does, and waits. */
export async function stop(running: Running): Promise<Ended> {
  running.child.kill('SIGINT');
  return running.ended;
}

const stripColours = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, '');
