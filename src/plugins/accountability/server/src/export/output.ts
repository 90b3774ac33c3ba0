import { ByteSink } from './bytes/byte-sink';

/** Where a file's bytes go, part by part, at the pace of who takes them. */
export interface Output {
  /** Holds what has not gone out yet. */
  readonly sink: ByteSink;
  /** There is enough for a part. */
  isFull(): boolean;
  /** Sends what there is, and waits until there is room for more. */
  flush(): Promise<void>;
  /** Sends the last part. */
  end(): Promise<void>;
}

/** Parts are about so large: enough that handing them over costs little. */
export const PART_BYTES = 128 * 1024;
/** The first one is small: the reader learns soon that the file is coming. */
const FIRST_PART_BYTES = 4 * 1024;
/** A row more fits behind a part that is nearly full. */
export const PART_BUFFER_BYTES = PART_BYTES + 32 * 1024;

/**
 * An output of parts.
 * @param send hands a part over; resolves to a buffer for the next one
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
