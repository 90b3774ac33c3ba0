const encoder = new TextEncoder();
const MAX_BYTES_PER_UNIT = 3;

/**
 * A growing buffer of bytes. The buffer can be detached and replaced: an export cycles through a few buffers, since
 * large ones are slow to garbage-collect.
 */
export class ByteSink {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(buffer: ArrayBuffer = new ArrayBuffer(1024)) {
    this.bytes = new Uint8Array(buffer);
  }

  /** Reserves so many bytes more; callers may then write into `bytes` and advance `length` themselves. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** Text as UTF-8; a lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.reserve(text.length * MAX_BYTES_PER_UNIT);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** Copies `source` from `start` up to but not including `end`. */
  copy(source: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes } = this;
    let at = this.length;
    for (let from = start; from < end; from += 1) {
      bytes[at] = source[from] as number;
      at += 1;
    }
    this.length = at;
  }

  /** The bytes written so far, as a view on the buffer. */
  written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  /** Starts again in another buffer. */
  restart(buffer: ArrayBuffer): void {
    this.bytes = new Uint8Array(buffer);
    this.length = 0;
  }
}
