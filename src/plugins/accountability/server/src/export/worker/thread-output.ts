import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { partOutput, PART_BUFFER_BYTES, type Output } from '../output';
import type { ThreadMessage } from './thread-task';

/** Buffers beside the one being written: parts in transit while the next is produced. */
const SPARE_BUFFERS = 8;

/** What a generating thread sends to its parent. */
export interface ThreadOutput<First> {
  /** Sends the statistics, before the first part. */
  announce(first: First): void;
  readonly output: Output;
  /** Signals that the file is complete. */
  finish(): void;
  /** Takes a part's memory back for reuse. */
  reuse(buffer: ArrayBuffer): void;
}

/** The output of one file; each has its own, so that a buffer that returns late belongs to no other. */
export function threadOutput<First>(port: MessagePort): ThreadOutput<First> {
  const send = (message: ThreadMessage<First>) => {
    port.postMessage(message, message instanceof Uint8Array ? [message.buffer] : []);
  };
  const free = Array.from({ length: SPARE_BUFFERS }, () => new ArrayBuffer(PART_BUFFER_BYTES));
  return {
    announce: send,
    output: partOutput(async (part) => {
      send(part);
      while (free.length === 0) await once(port, 'message');
      return free.pop() as ArrayBuffer;
    }),
    finish: () => send(null),
    reuse: (buffer) => free.push(buffer),
  };
}
