import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { partOutput, PART_BUFFER_BYTES, type Output } from '../output';
import type { ThreadMessage } from './export-job';

/** Buffers beside the one that is written to: parts on their way while the next is made. */
const SPARE_BUFFERS = 8;

/** What a thread that makes a file has to the one that started it. */
export interface ThreadOutput<First> {
  /** Tells what is known before the first part. */
  announce(first: First): void;
  readonly output: Output;
  /** Says that the file is complete. */
  finish(): void;
}

/** @throws Error outside of a thread */
export function threadOutput<First>(): ThreadOutput<First> {
  const port = parentPort;
  if (!port) throw new Error('There is no thread to write a file for');
  const send = (message: ThreadMessage<First>) => {
    port.postMessage(message, message instanceof Uint8Array ? [message.buffer] : []);
  };
  const free = Array.from({ length: SPARE_BUFFERS }, () => new ArrayBuffer(PART_BUFFER_BYTES));
  port.on('message', (buffer: ArrayBuffer) => free.push(buffer));
  return {
    announce: send,
    output: partOutput(async (part) => {
      send(part);
      while (free.length === 0) await once(port, 'message');
      return free.pop() as ArrayBuffer;
    }),
    finish() {
      send(null);
      port.close();
    },
  };
}
