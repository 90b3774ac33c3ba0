import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

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
    mkdirSync(path.dirname(file), { recursive: true });
    return file;
  } catch {
    return path.join(tmpdir(), 'open-commitments-unusable.db');
  }
}
