import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from './make-folder';

/** Path of the SQLite file from DATABASE_FILENAME: by default in `.tmp`, relative to the application's root. */
export const sqliteFile = (setting: string | undefined): string =>
  path.resolve(process.cwd(), setting || '.tmp/data.db');

/**
 * The database file, its folder created. When that fails, another path: Strapi would create the folder itself and
 * fail with a stack trace before `checkSettings`, which names the setting and stops the start, so that the other
 * file is never opened.
 */
export function configurableSqliteFile(setting: string | undefined): string {
  const file = sqliteFile(setting);
  try {
    makeFolder(path.dirname(file));
    return file;
  } catch {
    return path.join(tmpdir(), 'open-commitments-unusable.db');
  }
}
