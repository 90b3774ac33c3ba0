import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostProcess, hostRequire, type Database } from './host';

/** From outside the sandbox: a database is copied for later test files too, when this one's modules are gone. */
const { Client } = hostRequire('pg') as typeof import('pg');

/** A database made for one boot: the settings that point at it, its copies, and its removal. */
export interface FreshDatabase {
  env: Record<string, string>;
  /** Another database with the same content. Nobody may be connected to this one meanwhile. */
  copy(): Promise<FreshDatabase>;
  drop(): Promise<void>;
}

/** A new empty database; a PostgreSQL one lives in the cluster of `postgres-cluster.ts`. */
export function createDatabase(database: Database): Promise<FreshDatabase> {
  return database === 'postgres' ? createPostgresDatabase() : createSqliteDatabase();
}

async function createSqliteDatabase(): Promise<FreshDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-'));
  const file = path.join(folder, 'data.db');
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
    async copy() {
      const other = await createSqliteDatabase();
      await copyFile(file, other.env.DATABASE_FILENAME!);
      return other;
    },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgresDatabase(template?: string): Promise<FreshDatabase> {
  const name = `tracker_${randomUUID().replaceAll('-', '')}`;
  const cluster = clusterSettings();
  await administer(cluster, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  return {
    env: { ...cluster, DATABASE_CLIENT: 'postgres', DATABASE_NAME: name, DATABASE_SSL: 'false' },
    copy: () => createPostgresDatabase(name),
    drop: () => administer(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function clusterSettings() {
  const { TEST_POSTGRES } = hostProcess().env;
  if (!TEST_POSTGRES) throw new Error('No PostgreSQL cluster: run this test in the `postgres` project');
  return JSON.parse(TEST_POSTGRES) as {
    DATABASE_HOST: string;
    DATABASE_PORT: string;
    DATABASE_USERNAME: string;
    DATABASE_PASSWORD: string;
  };
}

async function administer(cluster: ReturnType<typeof clusterSettings>, statement: string): Promise<void> {
  const client = new Client({
    host: cluster.DATABASE_HOST,
    port: Number(cluster.DATABASE_PORT),
    user: cluster.DATABASE_USERNAME,
    password: cluster.DATABASE_PASSWORD,
    database: 'postgres',
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
