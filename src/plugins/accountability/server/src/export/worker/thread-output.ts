import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { partOutput, PART_BUFFER_BYTES, type Output } from '../output';
import type { ThreadMessage } from './thread-task';

/** Buffers beside the one that is written to: parts on their way while the next is made. */
const SPARE_BUFFERS = 8;

/** What a thread that makes a file has to the one that asked for it. */
export interface ThreadOutput<First> {
  /** Tells what is known before the first part. */
  announce(first: First): void;
  readonly output: Output;
  /** Says that the file is complete. */
  finish(): void;
  /** Takes a part's memory back, to be written to again. */
  takeBack(buffer: ArrayBuffer): void;
}

/** The output of one file; each has its own, so that a buffer that comes back late belongs to no other. */
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
    takeBack: (buffer) => free.push(buffer),
  };
}
