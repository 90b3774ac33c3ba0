import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readParquet } from '../parquet';
import type { RawAnswer } from '../raw-request';
import { unzip } from '../zip';

const CODINGS: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
};
const startsWith = (content: Buffer, signature: string) =>
  content.subarray(0, signature.length).toString('latin1') === signature;

/** All that content says, packed or not: its bytes as they are, and those of every file in it. */
async function textsIn(content: Buffer): Promise<string[]> {
  const texts = [content.toString('utf8')];
  if (startsWith(content, 'PK')) {
    for (const { name, content: inner } of await unzip(content)) texts.push(name, ...(await textsIn(inner)));
  }
  if (startsWith(content, 'PAR1')) {
    const { records, columns, metadata } = readParquet(content);
    texts.push(JSON.stringify([records, columns, metadata]));
  }
  return texts;
}

/** Everything an answer says, in its headers and its body, as one text to search. */
export async function unpacked({ headers, body }: RawAnswer): Promise<string> {
  const unpack = CODINGS[headers['content-encoding'] ?? ''];
  const content = unpack && body.length > 0 ? unpack(body) : body;
  return [JSON.stringify(headers), ...(await textsIn(content))].join('\n');
}
