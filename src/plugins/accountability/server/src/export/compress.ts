import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

/** Content codings a file may be sent with, first choice first (RFC 9110, 8.4). */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

/** Levels at which packing keeps up with reading: the highest ones take many times as long for a tenth less. */
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
 * The same file packed, at the pace of who takes it. A failure of the source is a failure here, so that a part is
 * never ended like a whole.
 * @param parts each is used up before the next one is asked for
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
