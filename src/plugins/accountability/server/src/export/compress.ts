import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

/** Supported content codings, in order of preference (RFC 9110, 8.4). */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** Levels at which compression keeps up with reading: the highest ones take many times as long for 10 % less. */
const GZIP_LEVEL = 4;
const BROTLI_QUALITY = 4;

const packer = (coding: Exclude<Coding, 'identity'>): BrotliCompress | Gzip =>
  coding === 'gzip'
    ? createGzip({ level: GZIP_LEVEL })
    : createBrotliCompress({
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      });

/**
 * The same file compressed, with the consumer's backpressure. A failure of the source fails the stream, so that a
 * partial file never ends like a complete one.
 * @param parts each is consumed before the next one is requested
 */
export async function* packed(parts: AsyncIterable<Uint8Array>, coding: Coding): AsyncGenerator<Uint8Array> {
  if (coding === 'identity') {
    yield* parts;
    return;
  }
  const stream = packer(coding);
  const write = (part: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      const failed = (error: Error) => reject(error);
      stream.once('error', failed);
      stream.write(part, () => {
        stream.off('error', failed);
        resolve();
      });
    });
  const feeding = (async () => {
    for await (const part of parts) await write(part);
    stream.end();
  })().catch((error: Error) => {
    stream.destroy(error);
  });
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } finally {
    stream.destroy();
    await feeding;
  }
}
