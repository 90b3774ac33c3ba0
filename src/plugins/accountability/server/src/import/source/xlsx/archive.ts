import { openPromise, type Entry } from 'yauzl';
import type { SourceLimits } from '../limits';
import { brokenPart, WorkbookError } from './workbook-error';

const MEGABYTE = 1024 * 1024;

/** The parts of an opened workbook; several can be read at once. */
export interface Archive {
  has(part: string): boolean;
  /** The unpacked bytes of a part. What is damaged throws a `WorkbookError`. */
  read(part: string): AsyncGenerator<Buffer, void, void>;
  close(): void;
}

function refuseBomb(unpacked: number, packed: number, limits: SourceLimits): void {
  const byRatio = Math.max(limits.ratioFromBytes, packed * limits.packedRatio);
  const allowed = Math.min(limits.unpackedBytes, byRatio);
  if (unpacked > allowed) {
    throw new WorkbookError('xlsx-too-large', { megabytes: Math.ceil(allowed / MEGABYTE) });
  }
}

/**
 * Opens a zip archive. One that says it unpacks beyond the limits is refused; of one that says too little, yauzl
 * stops the part that has more bytes than it said.
 */
export async function openArchive(path: string, limits: SourceLimits): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw brokenPart('zip', error);
  });
  const entries = new Map<string, Entry>();
  try {
    let [unpacked, packed] = [0, 0];
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.zipEntries) throw new WorkbookError('xlsx-broken', { part: 'zip' });
      if (entry.isEncrypted()) throw new WorkbookError('xlsx-encrypted');
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      entries.set(entry.fileName, entry);
    }
    refuseBomb(unpacked, packed, limits);
  } catch (error) {
    zip.close();
    throw brokenPart('zip', error);
  }
  return {
    has: (part) => entries.has(part),
    async *read(part) {
      const entry = entries.get(part);
      if (!entry) throw new WorkbookError('xlsx-broken', { part });
      const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw brokenPart(part, error);
      });
      try {
        yield* stream as AsyncIterable<Buffer>;
      } catch (error) {
        throw brokenPart(part, error);
      } finally {
        stream.destroy();
      }
    },
    close: () => zip.close(),
  };
}
