import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from './make-folder';

/** The SQLite file DATABASE_FILENAME means: by default in `.tmp`, relative to the application's root. */
export const sqliteFile = (setting: string | undefined): string =>
  path.resolve(process.cwd(), setting || '.tmp/data.db');

/**
 * The file to configure the database with, its folder made. When that cannot be made, another path: Strapi
 * would make it itself and fail with a stack before `checkSettings`, which names the setting and stops the
 * start, so that the other file is never opened.
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
