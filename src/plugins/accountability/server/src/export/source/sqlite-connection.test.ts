import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openSqliteConnection } from './sqlite-connection';

describe('a connection to a SQLite file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sqlite-connection-'));

  /** Makes a database whose table has one row with a word. */
  function makeDatabase(file: string, word: string): Database.Database {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE words (word TEXT)');
    database.prepare('INSERT INTO words VALUES (?)').run(word);
    return database;
  }

  afterAll(() => rmSync(folder, { recursive: true }));

  it('has one snapshot after the other, each of which sees what was committed before it', async () => {
    const filename = path.join(folder, 'changed.db');
    const writer = makeDatabase(filename, 'first');
    const connection = openSqliteConnection(filename);
    const read = 'SELECT word FROM words';
    const before = await connection.begin();
    expect(await before.query(read, [])).toEqual([['first']]);
    writer.exec("UPDATE words SET word = 'second'");
    expect(await before.query(read, [])).toEqual([['first']]);
    await before.close();
    await before.close();
    const after = await connection.begin();
    expect(await after.query(read, [])).toEqual([['second']]);
    await after.close();
    writer.close();
    await connection.close();
    await connection.close();
  });

  it('is not usable once its file was replaced or it was closed', async () => {
    const filename = path.join(folder, 'replaced.db');
    makeDatabase(filename, 'first').close();
    const connection = openSqliteConnection(filename);
    expect(connection.isUsable()).toBe(true);
    makeDatabase(`${filename}.restored`, 'restored').close();
    renameSync(`${filename}.restored`, filename);
    expect(connection.isUsable()).toBe(false);
    await connection.close();
    const again = openSqliteConnection(filename);
    expect(await (await again.begin()).query('SELECT word FROM words', [])).toEqual([['restored']]);
    rmSync(filename);
    expect(again.isUsable()).toBe(false);
    await again.close();
    expect(again.isUsable()).toBe(false);
  });
});
