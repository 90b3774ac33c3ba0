import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Utf8Check } from './utf8-check';
import { reportOf, SourceError } from './source-error';
import type { SourceFile } from './source';

const CHUNK_BYTES = 256 * 1024;
const SAMPLE_BYTES = 64 * 1024;

/** A file as it was when it was opened. */
export interface FileIdentity extends SourceFile {
  readonly size: bigint;
  readonly modified: bigint;
  /** SHA-256 of the bytes, in hex. */
  readonly digest: string;
}

/** What the first reading of a file finds. */
export interface ScannedFile {
  readonly identity: FileIdentity;
  /** The beginning of the file, at most 64 KiB. */
  readonly sample: Buffer;
  readonly isUtf8: boolean;
}

/** Reads into the same buffer again and again where `isReused`: the reader has copied what it keeps. */
async function* chunksOf(handle: FileHandle, isReused: boolean): AsyncGenerator<Buffer, void, void> {
  let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    if (!isReused) buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

const isSame = (identity: Pick<FileIdentity, 'size' | 'modified'>, now: BigIntStats): boolean =>
  identity.size === now.size && identity.modified === now.mtimeNs;

const changed = ({ name }: SourceFile): SourceError =>
  new SourceError(reportOf(name).error('source-changed'));

/** Reads a file once: its digest, its beginning and whether it is UTF-8. */
export async function scanFile(file: SourceFile): Promise<ScannedFile> {
  const handle = await open(file.path);
  try {
    const before = await handle.stat({ bigint: true });
    const hash = createHash('sha256');
    const utf8 = new Utf8Check();
    const beginning: Buffer[] = [];
    let sampled = 0;
    for await (const chunk of chunksOf(handle, true)) {
      hash.update(chunk);
      if (sampled < SAMPLE_BYTES) {
        const part = Buffer.from(chunk.subarray(0, SAMPLE_BYTES - sampled));
        beginning.push(part);
        sampled += part.length;
      }
      utf8.add(chunk);
    }
    const identity = {
      path: file.path,
      name: file.name,
      size: before.size,
      modified: before.mtimeNs,
      digest: hash.digest('hex'),
    };
    if (!isSame(identity, await handle.stat({ bigint: true }))) throw changed(file);
    return { identity, sample: Buffer.concat(beginning), isUtf8: utf8.isWhole() };
  } finally {
    await handle.close();
  }
}

/** Throws a `SourceError` with `source-changed` if the file at the path has another size or time of change. */
export async function refuseChanged(identity: FileIdentity): Promise<void> {
  const now = await stat(identity.path, { bigint: true }).catch(() => null);
  if (!now || !isSame(identity, now)) throw changed(identity);
}

/**
 * Reads the bytes of a scanned file again; the file is closed when the reading ends or is stopped.
 * Throws a `SourceError` with `source-changed` if size, time or, at the end, digest are others than before.
 * @param isReused whether each chunk is gone when the next is asked for: files are read several times, and as many new
 * buffers would wait for the collector
 */
export async function* readUnchanged(
  identity: FileIdentity,
  isReused = false,
): AsyncGenerator<Buffer, void, void> {
  await refuseChanged(identity);
  const handle = await open(identity.path);
  try {
    const hash = createHash('sha256');
    for await (const chunk of chunksOf(handle, isReused)) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== identity.digest) throw changed(identity);
  } finally {
    await handle.close();
  }
}
