import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PRIVATE_FOLDER } from './private-files';

/**
 * Makes a folder and those above it, each readable by its owner only. One after the other: Node's own `recursive` never ends where a file system
 * denies that a folder can be made in one that is there, as `/proc` does.
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
