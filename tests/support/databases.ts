import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { hostProcess, type Database } from './host';

/** A database made for one boot: the settings that point at it, and its removal. */
export interface FreshDatabase {
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** A new empty database; a PostgreSQL one is in the cluster of `postgres-cluster.ts`. */
export function createDatabase(database: Database): Promise<FreshDatabase> {
  return database === 'postgres' ? createPostgresDatabase() : createSqliteDatabase();
}

/** A new database with the content of another one. Nobody may be connected to that meanwhile. */
export async function copyDatabase({ env }: Pick<FreshDatabase, 'env'>): Promise<FreshDatabase> {
  if (env.DATABASE_NAME) return createPostgresDatabase(env.DATABASE_NAME);
  const copy = await createSqliteDatabase();
  await copyFile(env.DATABASE_FILENAME!, copy.env.DATABASE_FILENAME!);
  return copy;
}

async function createSqliteDatabase(): Promise<FreshDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-'));
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'data.db') },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgresDatabase(template?: string): Promise<FreshDatabase> {
  const name = `tracker_${randomUUID().replaceAll('-', '')}`;
  const cluster = clusterSettings();
  await administer(cluster, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  return {
    env: { ...cluster, DATABASE_CLIENT: 'postgres', DATABASE_NAME: name, DATABASE_SSL: 'false' },
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
