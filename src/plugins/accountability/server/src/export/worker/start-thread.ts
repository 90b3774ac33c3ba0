import { on } from 'node:events';
import type { FileThreads } from './file-threads';
import type { ThreadMessage, ThreadTask } from './thread-task';

/** A thread that generated more is not reused, so that its grown heap is freed. */
const KEPT_UP_TO_BYTES = 8 * 1024 * 1024;

/** A file being generated: one snapshot of the database, read and written in a thread of its own. */
export interface RunningThread<First> {
  /** Statistics, known before the file. */
  readonly first: First;
  /** The file. A part is valid until the next one is requested: its memory then returns to the thread. */
  readonly parts: AsyncGenerator<Uint8Array>;
  /** Whether the last part was taken. */
  isComplete(): boolean;
  /** Ends the work, its snapshot and its connection, complete or not. */
  close(): Promise<void>;
}

/**
 * Starts a thread that generates a file. The caller closes it in every case.
 * @throws what fails before the first part; the thread is ended then
 */
export async function startThread<First>(
  threads: FileThreads,
  task: ThreadTask,
): Promise<RunningThread<First>> {
  const worker = threads.take(task.kind === 'export' ? task.job : undefined);
  const messages = on(worker, 'message', { close: ['exit'] }) as AsyncIterableIterator<
    [ThreadMessage<First>]
  >;
  let bytes = 0;
  let isComplete = false;
  const next = async (): Promise<ThreadMessage<First>> => {
    const { value, done } = (await messages.next()) as IteratorResult<[ThreadMessage<First>], undefined>;
    if (done) throw new Error('The thread of an export ended before its file');
    return value[0];
  };
  const close = async (): Promise<void> => {
    await messages.return?.();
    if (isComplete && bytes <= KEPT_UP_TO_BYTES) await threads.release(worker);
    else await threads.end(worker);
  };

  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let message = await next(); message !== null; message = await next()) {
      const part = message as Uint8Array<ArrayBuffer>;
      bytes += part.byteLength;
      yield part;
      worker.postMessage(part.buffer, [part.buffer]);
    }
    isComplete = true;
  }

  try {
    worker.postMessage(task);
    return { first: (await next()) as First, parts: parts(), isComplete: () => isComplete, close };
  } catch (error) {
    await close();
    throw error;
  }
}
