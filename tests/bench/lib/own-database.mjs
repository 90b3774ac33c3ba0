import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './settings.mjs';

/** Settings without which the application does not start, for this process and those it starts. */
export function setNeededSettings() {
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  const secrets = readFileSync(path.join(root, 'src/settings/secrets.json'), 'utf8');
  for (const secret of JSON.parse(secrets)) process.env[secret] ??= 'bench';
}

/**
 * Has a measurement use a database of its own: SQLite in a temporary folder, or the PostgreSQL database of the settings.
 * @param name of the measurement
 * @returns what removes the folder
 */
export function useOwnDatabase(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `bench-${name}-`));
  if ((process.env.DATABASE_CLIENT || 'sqlite') === 'sqlite') {
    process.env.DATABASE_FILENAME = path.join(folder, `${name}.db`);
  }
  setNeededSettings();
  return () => rmSync(folder, { recursive: true, force: true });
}
