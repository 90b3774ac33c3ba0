import { stat } from 'node:fs/promises';
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
    const { size: bytes } = await stat(file.path);
    const opening = await openSource(file, settings);
    if ('source' in opening) sources.push(opening.source);
    else problems.push(...opening.problems);
    kept.push({ name: file.name, digest: 'source' in opening ? opening.source.digest : '', bytes });
  }
  return { sources, files: kept, problems };
}
