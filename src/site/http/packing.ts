import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from 'strapi-plugin-accountability/server';

const BROTLI_QUALITY = 5;
const packedByBrotli = promisify(brotliCompress);
const packedByGzip = promisify(gzip);

/** A file as sent: plain or compressed. */
export async function packText(text: string | Buffer, coding: Coding): Promise<Buffer> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  if (coding === 'gzip') return packedByGzip(bytes);
  if (coding === 'br') {
    return packedByBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    });
  }
  return bytes;
}
