import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Output } from '../../output';

/** The content of one entry, part by part; the consumer owns each part. */
export interface ZipEntry {
  readonly path: string;
  readonly parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The fastest level: a client is waiting, and tables compress well at any. */
const LEVEL = 1;
/** The same rows make the same file; the earliest time a zip archive can store. */
const ENTRY_TIME = new Date('1980-01-01T00:00:00Z');

/**
 * Writes a zip archive into the output, entry after entry as they are produced. Compression runs in another thread
 * while the next part is produced.
 * @throws what producing an entry throws; the archive is then left incomplete
 */
export async function writeZip(entries: readonly ZipEntry[], output: Output): Promise<void> {
  const zip = new ZipFile();
  let failed: { readonly error: unknown } | undefined;
  const stop = (error: unknown): void => {
    failed ??= { error };
    (zip.outputStream as Readable).destroy(error as Error);
  };
  zip.on('error', stop);
  for (const { path, parts } of entries) {
    // Opened only in its turn: the last entry may depend on the first.
    zip.addReadStreamLazy(
      path,
      { mtime: ENTRY_TIME, forceDosTimestamp: true, compressionLevel: LEVEL },
      (use) => {
        const content = Readable.from(parts, { objectMode: false });
        content.on('error', stop);
        use(null, content);
      },
    );
  }
  zip.end();
  let isFirst = true;
  try {
    for await (const part of zip.outputStream as AsyncIterable<Uint8Array>) {
      output.sink.reserve(part.length);
      output.sink.bytes.set(part, output.sink.length);
      output.sink.length += part.length;
      // A compressed table fills its first part slowly; flushing starts the download at once.
      if (isFirst || output.isFull()) await output.flush();
      isFirst = false;
    }
  } catch (error) {
    throw failed ? failed.error : error;
  }
}
