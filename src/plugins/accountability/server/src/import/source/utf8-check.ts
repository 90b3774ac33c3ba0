import { isUtf8 } from 'node:buffer';

/** Bytes of the longest sequence. */
const MAX_LENGTH = 4;

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Bytes of the sequence that a byte begins; 1 where it begins none. */
const lengthFrom = (byte: number): number => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1);

/** Where the sequence begins that goes on behind these bytes; their end where none does. */
function endOfWhole(bytes: Buffer): number {
  for (let back = 1; back < MAX_LENGTH && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (isContinuation(byte)) continue;
    return lengthFrom(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Whether bytes that come in chunks are UTF-8: a sequence may go on in the next chunk. */
export class Utf8Check {
  private rest: Buffer = Buffer.alloc(0);
  private isValid = true;

  /** @param chunk may be used again when this returns */
  add(chunk: Buffer): void {
    if (!this.isValid) return;
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = endOfWhole(bytes);
    this.isValid = isUtf8(bytes.subarray(0, end));
    this.rest = Buffer.from(bytes.subarray(end));
  }

  /** Whether all of it was UTF-8, and its last sequence is complete. */
  isWhole(): boolean {
    return this.isValid && this.rest.length === 0;
  }
}
