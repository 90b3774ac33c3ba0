import { ByteSink } from './bytes/byte-sink';

/** Destination of a file's bytes, part by part, with backpressure. */
export interface Output {
  /** Buffers what has not been sent yet. */
  readonly sink: ByteSink;
  /** There is enough for a part. */
  isFull(): boolean;
  /** Sends the buffered bytes, and waits until the consumer has room. */
  flush(): Promise<void>;
  /** Sends the last part. */
  end(): Promise<void>;
}

/** Approximate size of a part: large enough to make the cost of passing it small. */
export const PART_BYTES = 128 * 1024;
/** The first part is small, so that the download starts early. */
const FIRST_PART_BYTES = 4 * 1024;
/** Reserve for one more row behind a part that is nearly full. */
export const PART_BUFFER_BYTES = PART_BYTES + 32 * 1024;

/**
 * An output of parts.
 * @param send passes a part on; resolves to a buffer for the next one
 */
export function partOutput(send: (part: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>): Output {
  const sink = new ByteSink(new ArrayBuffer(PART_BUFFER_BYTES));
  let enough = FIRST_PART_BYTES;
  const flush = async (): Promise<void> => {
    if (sink.length === 0) return;
    enough = PART_BYTES;
    sink.restart(await send(sink.written()));
  };
  return { sink, isFull: () => sink.length >= enough, flush, end: flush };
}
