import path from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './make-folder';
import { makePrivateFile } from './private-files';
import { SettingError } from './setting-error';

const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens the file for writing, creating it and its folder where missing, readable by its owner only.
 * @throws SettingError when the file cannot be opened, is read-only or is not an SQLite database
 */
export function probeSqlite(filename: string): void {
  try {
    makeFolder(path.dirname(filename));
    makePrivateFile(filename);
    const database = new Database(filename, { timeout: BUSY_TIMEOUT_MS });
    try {
      // Reads the header and takes the write lock without changing anything.
      database.exec('BEGIN IMMEDIATE; ROLLBACK');
    } finally {
      database.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Another process is writing: the file exists and is valid.
    if (code === 'SQLITE_BUSY') return;
    throw new SettingError(['DATABASE_FILENAME'], `cannot use ${filename} as a SQLite database (${message})`);
  }
}
