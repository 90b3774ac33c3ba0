import { createHash } from 'node:crypto';
import { access, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readSettings } from './env-file.mjs';
import { run, say } from './steps.mjs';

const SOURCES = ['src', 'config', 'package-lock.json', 'tsconfig.json'];
/** What a build needs beside the packages. */
const COPIED = [...SOURCES, 'package.json', 'favicon.png'];
const PLUGIN = 'src/plugins/accountability';
const STAMP = 'dist/.sources';
/** Where Strapi looks whether the plugin has pages in the panel; without the file it builds a panel without them. */
const PLUGIN_ADMIN = `${PLUGIN}/dist/admin/index.mjs`;
const OUTPUTS = [
  'dist/src/index.js',
  'dist/build/index.html',
  `${PLUGIN}/dist/server/src/index.js`,
  PLUGIN_ADMIN,
];
/** What tools make inside the sources. */
const MADE = /(^|[\\/])(dist|node_modules)[\\/]/;

/** Path of Strapi's command, to be run with this Node. */
export const strapiCommand = (root) =>
  path.join(root, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');

/** Compiles the plugin, whose types and code the application takes from its dist. Returns the exit code. */
export const buildPlugin = (root) =>
  run(process.execPath, [path.join(root, PLUGIN, 'build.mjs')], { cwd: path.join(root, PLUGIN) });

/**
 * Builds plugin, server and panel unless the last build was made of the same sources. It is built in a copy of the
 * sources and put in place when it has succeeded: until then, and where it fails, a server has the files it runs from.
 * @param build makes the dist folders of a folder with sources, for tests. @returns the exit code of what failed, or 0
 */
export async function ensureBuilt(root, build = { plugin: buildPlugin, application: buildApplication }) {
  const sources = await hashSources(root);
  if (await isBuilt(root, sources)) {
    say('The build is up to date');
    return 0;
  }
  say('Building the plugin, the server and the admin panel; about a minute');
  const copy = path.join(root, '.tmp', `build-${process.pid}`);
  try {
    await copySources(root, copy);
    const pluginCode = await build.plugin(copy);
    if (pluginCode !== 0) return pluginCode;
    await putFirstPlugin(copy, root);
    const code = await build.application(copy, root);
    if (code !== 0) return code;
    await writeFile(path.join(copy, STAMP), sources);
    // The application's last: it has the mark by which a build is known to be whole.
    for (const folder of [PLUGIN, '.']) await replaceDist(path.join(copy, folder), path.join(root, folder));
    return 0;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** What is built has no file of deleted sources: Strapi loads every file in dist. */
async function copySources(root, copy) {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const source of COPIED) {
    await cp(path.join(root, source), path.join(copy, source), {
      recursive: true,
      filter: (file) => !MADE.test(`${path.relative(root, file)}${path.sep}`),
    });
  }
  // Packages are found in the folder above; the plugin has to be the one of the copy.
  await mkdir(path.join(copy, 'node_modules'));
  await symlink(
    path.join(copy, PLUGIN),
    path.join(copy, 'node_modules', 'strapi-plugin-accountability'),
    'junction',
  );
}

/**
 * On a fresh clone there is no build of the plugin where the packages are, which is where Strapi looks for its part of
 * the panel, whatever folder it builds. No server can be running from it, so the new one is put there at once.
 */
async function putFirstPlugin(copy, root) {
  if (await exists(path.join(root, PLUGIN_ADMIN))) return;
  const dist = path.join(root, PLUGIN, 'dist');
  await rm(dist, { recursive: true, force: true });
  await cp(path.join(copy, PLUGIN, 'dist'), dist, { recursive: true });
}

async function buildApplication(copy, root) {
  return run(process.execPath, [strapiCommand(root), 'build'], {
    cwd: copy,
    env: {
      // The settings of the application lie beside the sources that were copied.
      ...(await readSettings(path.join(root, '.env'))),
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
}

/** Two renames: as short a time without any as there can be. */
async function replaceDist(from, to) {
  const former = path.join(from, 'former-dist');
  await rename(path.join(to, 'dist'), former).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(path.join(from, 'dist'), path.join(to, 'dist'));
}

async function exists(file) {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

async function isBuilt(root, sources) {
  for (const file of OUTPUTS) {
    if (!(await exists(path.join(root, file)))) return false;
  }
  try {
    return (await readFile(path.join(root, STAMP), 'utf8')) === sources;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** One hash over names and contents, and how it is built; times say little after a checkout. */
async function hashSources(root) {
  const hash = createHash('sha256').update(await readFile(new URL(import.meta.url)));
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
