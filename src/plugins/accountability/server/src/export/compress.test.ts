import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { packed, type Coding } from './compress';

const PARTS = Array.from({ length: 50 }, (_, number) => Buffer.from(`სტრიქონი ${number}\n`.repeat(500)));

/** Parts in one reused buffer, as an export produces them. */
async function* recycled(fails = false): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(64 * 1024);
  for (const part of PARTS) {
    part.copy(buffer);
    yield buffer.subarray(0, part.length);
    buffer.fill(0);
  }
  if (fails) throw new Error('the database went away');
}

async function all(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const part of parts) chunks.push(Buffer.from(part));
  return Buffer.concat(chunks);
}

describe('packed', () => {
  it.each<[Coding, (bytes: Buffer) => Buffer]>([
    ['identity', (bytes) => bytes],
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('gives the whole file back from %s', async (coding, unpack) => {
    const bytes = await all(packed(recycled(), coding));
    expect(unpack(bytes).equals(Buffer.concat(PARTS))).toBe(true);
    if (coding !== 'identity') expect(bytes.length).toBeLessThan(Buffer.concat(PARTS).length / 5);
  });

  it.each<Coding>(['identity', 'gzip', 'br'])('fails when its source fails (%s)', async (coding) => {
    await expect(all(packed(recycled(true), coding))).rejects.toThrow('went away');
  });

  it.each<Coding>(['identity', 'gzip', 'br'])(
    'lets go of its source when left early (%s)',
    async (coding) => {
      let isClosed = false;
      async function* source() {
        try {
          yield* recycled();
        } finally {
          isClosed = true;
        }
      }
      for await (const part of packed(source(), coding)) {
        expect(part.length).toBeGreaterThan(0);
        break;
      }
      expect(isClosed).toBe(true);
    },
  );
});
