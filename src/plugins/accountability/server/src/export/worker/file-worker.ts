import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { formats } from '../formats';
import { startOf, writeArchive } from '../../releases/archive/write-archive';
import { readHead } from '../source/head';
import { loadDriver, openConnection } from '../source/open-connection';
import { writeFile } from './export-file';
import type { ExportJob } from './export-job';
import { KeptConnection } from './kept-connection';
import { warmUp } from './warm-up';
import { threadOutput, type ThreadOutput } from './thread-output';
import type { ThreadTask } from './thread-task';

/** `workerData` of the thread. */
export interface FileWorkerData {
  /** The database it will read; its driver is loaded ahead of the first file. */
  readonly client: string;
  /** An export to warm up with. */
  readonly warmUpJob?: ExportJob;
}

type Outlet = Pick<ThreadOutput<unknown>, 'announce' | 'output'>;

const connection = new KeptConnection(openConnection);

/** Generates one file from one snapshot: one dataset in one format, or the archive of every dataset. */
async function make(task: ThreadTask, { announce, output }: Outlet): Promise<void> {
  const snapshot = await connection.begin(task.job.database);
  try {
    if (task.kind === 'archive') {
      const start = await startOf(snapshot, task.job);
      announce(start);
      await writeArchive(snapshot, task.job, start, output);
    } else {
      const head = await readHead(snapshot, task.job);
      announce(head);
      if (!task.headOnly) await writeFile(snapshot, task.job, head.total, output);
    }
  } finally {
    await snapshot.close();
  }
}

/** An error of a driver's own class would arrive in the other thread without its properties. */
function plainError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const plain = new Error(error.message);
  plain.stack = error.stack;
  return plain;
}

/** Generates one file after the other. A failure ends the thread and is thrown in the parent. */
function serve(port: MessagePort): void {
  let current: ThreadOutput<unknown> | undefined;
  port.on('message', (message: ThreadTask | ArrayBuffer) => {
    if (message instanceof ArrayBuffer) {
      current?.reuse(message);
      return;
    }
    const outlet = threadOutput(port);
    current = outlet;
    void make(message, outlet).then(outlet.finish, (error: unknown) => {
      throw plainError(error);
    });
  });
}

/** Loads ahead what the first file needs. */
async function getReady({ client, warmUpJob }: FileWorkerData): Promise<void> {
  await loadDriver(client);
  for (const { load } of formats) await load?.();
  if (warmUpJob) await warmUp(warmUpJob);
}

if (!parentPort) throw new Error('There is no thread to make a file for');
serve(parentPort);
void getReady(workerData as FileWorkerData).catch(() => undefined);
