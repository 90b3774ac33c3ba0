import { on } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportHead, ExportJob, ExportMessage } from './export-job';

const FILE = path.join(__dirname, 'export-worker.js');

/** Bounds of the thread's own heap, in megabytes; texts that die young must find little room to grow old in. */
const LIMITS = {
  maxYoungGenerationSizeMb: 12,
  maxOldGenerationSizeMb: 128,
};

/** An export at work: one snapshot of the database, read and written in a thread of its own. */
export interface RunningExport {
  /** What the snapshot shows. */
  readonly head: ExportHead;
  /** The file. A part is valid until the next one is asked for: its memory then goes back to the thread. */
  readonly parts: AsyncGenerator<Uint8Array>;
  /** Ends the thread, its snapshot and its connection, finished or not. */
  close(): Promise<void>;
}

/**
 * Starts a thread that does the export. The caller closes it, whatever happens.
 * @throws what goes wrong up to the counting of rows, the thread being ended then
 */
export async function startExport(job: ExportJob): Promise<RunningExport> {
  const worker = new Worker(FILE, {
    name: 'open-data-export',
    workerData: job,
    resourceLimits: LIMITS,
    execArgv: [],
  });
  const messages = on(worker, 'message', { close: ['exit'] }) as AsyncIterableIterator<[ExportMessage]>;
  const next = async (): Promise<ExportMessage> => {
    const { value, done } = (await messages.next()) as IteratorResult<[ExportMessage], undefined>;
    if (done) throw new Error('The thread of an export ended before its file');
    return value[0];
  };
  const close = async (): Promise<void> => {
    // A failure on the way out concerns nobody any more, and must not end the process.
    worker.on('error', () => undefined);
    await messages.return?.();
    await worker.terminate();
  };

  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let message = await next(); message !== null; message = await next()) {
      const part = message as Uint8Array<ArrayBuffer>;
      yield part;
      worker.postMessage(part.buffer, [part.buffer]);
    }
  }

  try {
    const head = (await next()) as ExportHead;
    return { head, parts: parts(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
