import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Readable by nobody but the user the application runs as. */
export const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
/** Permissions of the group and of all others. */
const OF_OTHERS = 0o077;

/** The application's own folder, for the database, the demo's accounts and test results. */
export const ownFolder = (): string => path.resolve(process.cwd(), '.tmp');

/**
 * Creates an empty file readable by its owner only, if there is none: SQLite treats it as an empty database, and
 * gives its companion files (`-wal`, `-shm`) the same permissions.
 * @throws Error of the file system
 */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', PRIVATE_FILE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Removes the permissions of group and others from a folder of the application and everything in it. Symbolic links
 * are not followed.
 * @returns paths whose permissions could not be changed, because they belong to another user
 */
export function tightenFolder(folder: string): string[] {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (!entry || entry.isSymbolicLink()) return [];
  const isFolder = entry.isDirectory();
  const refused = hasRightsOfOthers(entry.mode) && !tighten(folder, isFolder) ? [folder] : [];
  return isFolder
    ? [...refused, ...entriesOf(folder).flatMap((name) => tightenFolder(path.join(folder, name)))]
    : refused;
}

/** Whether group or others may read, write or enter; always false on systems without such permissions. */
const hasRightsOfOthers = (mode: number): boolean => process.platform !== 'win32' && (mode & OF_OTHERS) !== 0;

function tighten(entry: string, isFolder: boolean): boolean {
  try {
    chmodSync(entry, isFolder ? PRIVATE_FOLDER : PRIVATE_FILE);
    return true;
  } catch {
    // Owned by another user, or removed meanwhile.
    return lstatSync(entry, { throwIfNoEntry: false }) === undefined;
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether others can read a file; false where there is none. */
export function isOpenToOthers(file: string): boolean {
  const entry = lstatSync(file, { throwIfNoEntry: false });
  return entry !== undefined && hasRightsOfOthers(entry.mode);
}
