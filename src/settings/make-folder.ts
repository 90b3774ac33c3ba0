import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PRIVATE_FOLDER } from './private-files';

/**
 * Creates a folder and its parents, each readable by its owner only. One after the other: Node's own `recursive`
 * never ends where a file system denies creating a folder in an existing one, as `/proc` does.
 * @throws Error of the file system
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, PRIVATE_FOLDER);
  } catch (error) {
    // Another instance was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
