import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PRIVATE_FOLDER } from '../settings/private-files';

export interface DemoAccount {
  email: string;
  password: string;
}

export type DemoPerson = 'admin' | 'editor' | 'moderator';

/** What the demo prints and whoever tries it logs in with. */
export type DemoAccounts = Record<DemoPerson, DemoAccount> & { apiToken: string };

/** The accounts of an earlier run; empty when there is no file or it is not one of ours. */
export async function readAccounts(file: string): Promise<Partial<DemoAccounts>> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof content === 'object' && content !== null ? content : {};
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Replaces the file as a whole, readable by its owner only: it holds passwords. */
export async function writeAccounts(file: string, accounts: DemoAccounts): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(temporary, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, file);
}
