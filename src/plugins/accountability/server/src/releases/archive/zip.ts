import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { partOutput, type Output } from '../../export/output';

/** A file in an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * The same for every entry, so that the same content gives the same bytes: no clock, and a local time, since zip
 * has no time zones.
 */
const ENTRY = {
  mtime: new Date(1980, 0, 1, 12),
  forceDosTimestamp: true,
  mode: 0o100644,
  compressionLevel: 6,
};

/** A zip file being written, with backpressure from the reader of `bytes`; only a few parts are in memory. */
export class ZipArchive {
  private readonly zip = new ZipFile();
  private readonly added: ArchivedFile[] = [];

  /** Entries so far, in the order of the archive. */
  get files(): readonly ArchivedFile[] {
    return this.added;
  }

  /** The archive, while it is made. */
  get bytes(): AsyncIterable<Uint8Array> {
    return this.zip.outputStream as unknown as AsyncIterable<Uint8Array>;
  }

  /**
   * Adds a file that is written part by part.
   * @throws what `write` throws; the archive is unusable then
   */
  async addFile(name: string, write: (output: Output) => Promise<void>): Promise<ArchivedFile> {
    const entry = new PassThrough();
    const hash = createHash('sha256');
    let bytes = 0;
    this.zip.addReadStream(entry, name, ENTRY);
    await write(
      partOutput(async (part) => {
        hash.update(part);
        bytes += part.length;
        // A copy: the part's memory is reused while the compressor may still hold it.
        if (!entry.write(Buffer.from(part))) await once(entry, 'drain');
        return part.buffer;
      }),
    );
    entry.end();
    return this.note({ name, bytes, sha256: hash.digest('hex') });
  }

  addText(name: string, text: string): ArchivedFile {
    const content = Buffer.from(text);
    this.zip.addBuffer(content, name, ENTRY);
    return this.note({
      name,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  }

  /** Finishes the archive. */
  end(): void {
    this.zip.end();
  }

  private note(file: ArchivedFile): ArchivedFile {
    this.added.push(file);
    return file;
  }
}
