import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import Database from 'better-sqlite3';
import { refreshStatistics } from './query-statistics';

describe('the statistics of queries', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'query-statistics-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const strapiOn = (database: Database.Database): Core.Strapi => {
    const raw = async (statement: string) => Promise.resolve(database.prepare(statement).all());
    return { db: { dialect: { client: 'sqlite' }, connection: { raw } } } as unknown as Core.Strapi;
  };

  it('have SQLite find the components of a row by the row', async () => {
    const database = new Database(':memory:');
    database.exec(`CREATE TABLE cmps (id INTEGER PRIMARY KEY, entity INTEGER, field TEXT);
      CREATE INDEX by_entity ON cmps (entity);
      CREATE INDEX by_field ON cmps (field);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      INSERT INTO cmps (entity, field) SELECT i, 'timeframe' FROM n`);
    const entities = Array.from({ length: 20 }, (_, index) => index).join();
    const plan = () =>
      (
        database
          .prepare(
            `EXPLAIN QUERY PLAN SELECT * FROM cmps WHERE field = 'timeframe' AND entity IN (${entities})`,
          )
          .all() as { detail: string }[]
      )[0]?.detail;
    expect(plan()).toContain('by_field');
    await refreshStatistics(strapiOn(database));
    expect(plan()).toContain('by_entity');
    database.close();
  });

  it('are left alone while another process writes', async () => {
    const file = path.join(folder, 'data.db');
    const database = new Database(file, { timeout: 0 });
    database.exec('CREATE TABLE one (id INTEGER PRIMARY KEY, a); CREATE INDEX by_a ON one (a)');
    database.exec('INSERT INTO one (a) VALUES (1), (2)');
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(refreshStatistics(strapiOn(database))).resolves.toBeUndefined();
    other.exec('ROLLBACK');
    other.close();
    await refreshStatistics(strapiOn(database));
    expect(database.prepare('SELECT idx FROM sqlite_stat1').pluck().all()).toEqual(['by_a']);
    database.close();
  });

  it('are counted by PostgreSQL for all tables', async () => {
    const raw = jest.fn();
    const db = { dialect: { client: 'postgres' }, connection: { raw } };
    await refreshStatistics({ db } as unknown as Core.Strapi);
    expect(raw.mock.calls).toEqual([['ANALYZE']]);
  });
});
