import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run, say } from './steps.mjs';

/** Runs `npm ci` unless what is installed is what the lock file says. Returns npm's exit code. */
export async function ensureInstalled(root) {
  if (await isInstalled(root)) {
    say('Packages are installed as package-lock.json says');
    return 0;
  }
  say('Installing packages (npm ci); some minutes the first time');
  process.stdout.write(
    'The SQLite driver (better-sqlite3) is compiled here when it has no ready binary for this platform:\n' +
      'that needs Python 3, make and a C++ compiler, and takes a minute or two without any output.\n',
  );
  // Tests and builds need the development packages, whatever NODE_ENV says.
  return run('npm', ['ci', '--include=dev', '--no-fund', '--no-audit'], { cwd: root });
}

/**
 * Compares npm's record of what it installed with the lock file. By content: a checkout gives files any
 * time it likes.
 */
async function isInstalled(root) {
  const [wanted, have] = await Promise.all([
    readPackages(path.join(root, 'package-lock.json')),
    readPackages(path.join(root, 'node_modules', '.package-lock.json')),
  ]);
  if (!wanted || !have) return false;
  return Object.entries(wanted).every(([folder, entry]) => {
    // The project itself has no record; an optional package may be for another platform.
    if (folder === '' || (entry.optional && !have[folder])) return true;
    return have[folder]?.version === entry.version && have[folder]?.integrity === entry.integrity;
  });
}

async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
