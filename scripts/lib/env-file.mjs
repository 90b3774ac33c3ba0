import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, lstat, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The same list the application checks at its start. */
const SECRETS = JSON.parse(readFileSync(new URL('../../src/settings/secrets.json', import.meta.url), 'utf8'));

/**
 * Makes the settings file out of `.env.example`, or completes the one there is: secrets it lacks get random
 * values, no other line changes. Whatever was done, only its owner can read it afterwards: it holds secrets.
 * @returns what was done: 'made', 'completed' or 'kept'
 */
export async function ensureEnvFile(root, file) {
  const existing = await readIfThere(file);
  const before = existing ?? (await readFile(path.join(root, '.env.example'), 'utf8'));
  const after = withSecrets(before);
  if (existing !== after) await writeFile(file, after, { mode: 0o600 });
  // The mode of a file that was there does not change by writing it.
  if ((await lstat(file)).isFile()) await chmod(file, 0o600);
  if (existing === after) return 'kept';
  return existing === null ? 'made' : 'completed';
}

/** The text with a random value for each secret that has none. */
export function withSecrets(text) {
  return SECRETS.reduce((result, name) => {
    if (parseEnv(result)[name]) return result;
    const line = `${name}=${name === 'APP_KEYS' ? `${secret()},${secret()}` : secret()}`;
    const lines = result.split('\n');
    const empty = lines.findIndex((written) => /^\s*\w+\s*=/.exec(written)?.[0].slice(0, -1).trim() === name);
    if (empty !== -1) return lines.with(empty, line).join('\n');
    return `${result}${result.endsWith('\n') || result === '' ? '' : '\n'}${line}\n`;
  }, text);
}

const secret = () => randomBytes(24).toString('hex');

/** Names and values of a settings file, as far as the scripts need them: one line each, quotes dropped. */
export function parseEnv(text) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line.trim()) ?? [];
    if (name) values[name] = value.trim().replace(/^(['"])(.*)\1$/, '$2').replace(/^#.*$/, '');
  }
  return values;
}

/** Values of the file that is there; the environment wins over them, as it does in Strapi. */
export async function readSettings(file) {
  return { ...parseEnv((await readIfThere(file)) ?? ''), ...process.env };
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
