import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ThreadMessage } from './export-job';

/** Bounds of the thread's own heap, in megabytes; texts that die young must find little room to grow old in. */
const LIMITS = {
  maxYoungGenerationSizeMb: 12,
  maxOldGenerationSizeMb: 128,
};

/** A file in the making: one snapshot of the database, read and written in a thread of its own. */
export interface RunningThread<First> {
  /** What is known before the file. */
  readonly first: First;
  /** The file. A part is valid until the next one is asked for: its memory then goes back to the thread. */
  readonly parts: AsyncGenerator<Uint8Array>;
  /** Ends the thread, its snapshot and its connection, finished or not. */
  close(): Promise<void>;
}

/**
 * Starts a thread that makes a file. The caller closes it, whatever happens.
 * @param file path of the thread's compiled module
 * @param job plain data
 * @throws what goes wrong before the first part, the thread being ended then
 */
export async function startThread<First>(
  file: string,
  name: string,
  job: object,
): Promise<RunningThread<First>> {
  const worker = new Worker(file, { name, workerData: job, resourceLimits: LIMITS, execArgv: [] });
  const messages = on(worker, 'message', { close: ['exit'] }) as AsyncIterableIterator<
    [ThreadMessage<First>]
  >;
  const next = async (): Promise<ThreadMessage<First>> => {
    const { value, done } = (await messages.next()) as IteratorResult<[ThreadMessage<First>], undefined>;
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
    return { first: (await next()) as First, parts: parts(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
