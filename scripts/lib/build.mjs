import { createHash } from 'node:crypto';
import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, say } from './steps.mjs';

const SOURCES = ['src', 'config', 'package-lock.json', 'tsconfig.json'];
const PLUGIN = 'src/plugins/accountability';
const STAMP = 'dist/.sources';
const OUTPUTS = [
  'dist/src/index.js',
  'dist/build/index.html',
  `${PLUGIN}/dist/server/src/index.js`,
  `${PLUGIN}/dist/admin/index.mjs`,
];
/** What tools make inside the sources. */
const MADE = /(^|[\\/])(dist|node_modules)[\\/]/;

/** Path of Strapi's command, to be run with this Node. */
export const strapiCommand = (root) =>
  path.join(root, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');

/** Compiles the plugin, whose types and code the application takes from its dist. Returns the exit code. */
export const buildPlugin = (root) =>
  run(process.execPath, [path.join(root, PLUGIN, 'build.mjs')], { cwd: path.join(root, PLUGIN) });

/** Builds plugin, server and panel unless the last build was made of the same sources. */
export async function ensureBuilt(root) {
  const sources = await hashSources(root);
  if (await isBuilt(root, sources)) {
    say('The build is up to date');
    return 0;
  }
  say('Building the plugin, the server and the admin panel; about a minute');
  // Strapi loads whatever lies in dist: what a deleted source left there would still be served.
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await rm(path.join(root, PLUGIN, 'dist'), { recursive: true, force: true });
  const pluginCode = await buildPlugin(root);
  if (pluginCode !== 0) return pluginCode;
  const code = await run(process.execPath, [strapiCommand(root), 'build'], {
    cwd: root,
    env: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  if (code === 0) await writeFile(path.join(root, STAMP), sources);
  return code;
}

async function isBuilt(root, sources) {
  try {
    await Promise.all(OUTPUTS.map((file) => access(path.join(root, file))));
    return (await readFile(path.join(root, STAMP), 'utf8')) === sources;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** One hash over names and contents; times say little after a checkout. */
async function hashSources(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of (await listFiles(path.join(root, source))).sort()) {
      if (/\.test\.tsx?$/.test(file) || MADE.test(path.relative(root, file))) continue;
      hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function listFiles(target) {
  try {
    const entries = await readdir(target, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [target];
    throw error;
  }
}
