import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { formats } from '../formats';
import { startOf, writeArchive } from '../../releases/archive/write-archive';
import { readHead } from '../source/head';
import { loadDriver, openSnapshot } from '../source/open-snapshot';
import { writeFile } from './export-file';
import type { ExportJob } from './export-job';
import { rehearse } from './rehearse';
import { threadOutput, type ThreadOutput } from './thread-output';
import type { ThreadTask } from './thread-task';

/** What the thread is started with. */
export interface FileWorkerData {
  /** Of which database it will read; its driver is loaded before the first file is asked for. */
  readonly client: string;
  /** An export like those it will be asked for. */
  readonly rehearsal?: ExportJob;
}

type Outlet = Pick<ThreadOutput<unknown>, 'announce' | 'output'>;

/** Makes one file of one snapshot: one dataset in one format, or every dataset packed. */
async function make(task: ThreadTask, { announce, output }: Outlet): Promise<void> {
  const snapshot = await openSnapshot(task.job.database);
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

/** An error of a driver's own class would arrive on the other side as an object that says nothing. */
function plainError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const plain = new Error(error.message);
  plain.stack = error.stack;
  return plain;
}

/** Makes one file after the other. What goes wrong ends the thread and reaches the one that asked. */
function serve(port: MessagePort): void {
  let current: ThreadOutput<unknown> | undefined;
  port.on('message', (message: ThreadTask | ArrayBuffer) => {
    if (message instanceof ArrayBuffer) {
      current?.takeBack(message);
      return;
    }
    const outlet = threadOutput(port);
    current = outlet;
    void make(message, outlet).then(outlet.finish, (error: unknown) => {
      throw plainError(error);
    });
  });
}

/** What the first file would wait for. */
async function getReady({ client, rehearsal }: FileWorkerData): Promise<void> {
  await loadDriver(client);
  for (const { load } of formats) await load?.();
  if (rehearsal) await rehearse(rehearsal);
}

if (!parentPort) throw new Error('There is no thread to make a file for');
serve(parentPort);
void getReady(workerData as FileWorkerData).catch(() => undefined);
