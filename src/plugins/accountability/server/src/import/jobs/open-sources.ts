import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ImportProblem } from '../problem';
import { openSource } from '../source/open-source';
import type { OpenedSource, ReadSettings, SourceFile } from '../source/source';
import type { ImportedFile } from './store';

export interface OpenedSources {
  /** Those that could be opened; the caller closes them. */
  readonly sources: readonly OpenedSource[];
  readonly files: readonly ImportedFile[];
  /** Why others could not be. */
  readonly problems: readonly ImportProblem[];
}

/** Opens the files of an import. */
export async function openSources(
  files: readonly SourceFile[],
  settings: ReadSettings = {},
): Promise<OpenedSources> {
  const sources: OpenedSource[] = [];
  const kept: ImportedFile[] = [];
  const problems: ImportProblem[] = [];
  for (const file of files) {
    const opening = await openSource(file, settings);
    if ('source' in opening) sources.push(opening.source);
    else problems.push(...opening.problems);
    kept.push(await asKept(file, 'source' in opening ? opening.source.digest : undefined));
  }
  return { sources, files: kept, problems };
}

/** Files with their digests, whether or not they can be read. */
export const filesAsKept = (files: readonly SourceFile[]): Promise<ImportedFile[]> =>
  Promise.all(files.map((file) => asKept(file)));

async function asKept({ path, name }: SourceFile, digest?: string): Promise<ImportedFile> {
  const { size: bytes } = await stat(path);
  if (digest !== undefined) return { name, digest, bytes };
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name, digest: hash.digest('hex'), bytes };
}
