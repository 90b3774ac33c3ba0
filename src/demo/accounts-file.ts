import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PRIVATE_FOLDER } from '../settings/private-files';

export interface DemoAccount {
  email: string;
  password: string;
}

export type DemoPerson = 'admin' | 'editor' | 'moderator';

/** Credentials of the demo's accounts. */
export type DemoAccounts = Record<DemoPerson, DemoAccount> & { apiToken: string };

/** The accounts of an earlier run; empty without a valid file. */
export async function readAccounts(file: string): Promise<Partial<DemoAccounts>> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof content === 'object' && content !== null ? content : {};
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Replaces the file atomically, readable by its owner only: it contains passwords. */
export async function writeAccounts(file: string, accounts: DemoAccounts): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(temporary, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, file);
}
