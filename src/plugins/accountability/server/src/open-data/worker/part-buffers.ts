import type { FilePart } from '../formats/format';

const MOST_BYTES_A_UNIT = 3;
const encoder = new TextEncoder();

/**
 * Puts a part of a file into a buffer that is used again and again, since buffers of this size are slow to be
 * collected. A larger one is made where it does not fit.
 */
export function fillBuffer(buffer: ArrayBuffer, part: FilePart): Uint8Array<ArrayBuffer> {
  const most = typeof part === 'string' ? part.length * MOST_BYTES_A_UNIT : part.byteLength;
  let room = buffer;
  if (most > buffer.byteLength) {
    const needed = typeof part === 'string' ? Buffer.byteLength(part) : part.byteLength;
    if (needed > buffer.byteLength) room = new ArrayBuffer(needed + (needed >> 2));
  }
  const bytes = new Uint8Array(room);
  if (typeof part === 'string') return bytes.subarray(0, encoder.encodeInto(part, bytes).written);
  bytes.set(part);
  return bytes.subarray(0, part.byteLength);
}
