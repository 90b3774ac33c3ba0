import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import Database from 'better-sqlite3';
import { useWriteAheadLog } from './write-ahead-log';

describe('the write-ahead log', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'write-ahead-log-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is what a SQLite file has from the start on, for whoever opens it later', async () => {
    const file = path.join(folder, 'data.db');
    const database = new Database(file);
    database.exec('CREATE TABLE one (id INTEGER)');
    expect(database.pragma('journal_mode', { simple: true })).toBe('delete');
    const raw = (statement: string) => Promise.resolve(database.prepare(statement).all());
    const db = { dialect: { client: 'sqlite' }, connection: { raw } };
    await useWriteAheadLog({ db } as unknown as Core.Strapi);
    database.close();

    const later = new Database(file);
    expect(later.pragma('journal_mode', { simple: true })).toBe('wal');
    later.close();
  });

  it('is asked of SQLite alone', async () => {
    const raw = jest.fn();
    const db = { dialect: { client: 'postgres' }, connection: { raw } };
    await useWriteAheadLog({ db } as unknown as Core.Strapi);
    expect(raw).not.toHaveBeenCalled();
  });
});
