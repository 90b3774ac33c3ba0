import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TEST_SETTINGS } from '../support/environment';
import { hostProcess } from '../support/host';
import { ROOT, startNode } from '../support/processes';

const PLUGIN = path.join(ROOT, 'src/plugins/accountability');
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

/** A library's application in a folder of its own: it knows the plugin from what `npm pack` made of it. */
export interface Library {
  readonly root: string;
  /** Paths of the files of the packed plugin. */
  readonly packed: readonly string[];
  remove(): Promise<void>;
}

const npm = async (args: readonly string[], cwd: string): Promise<string> => {
  const { PATH, HOME, npm_config_cache } = hostProcess().env;
  const { stdout } = await promisify(execFile)('npm', [...args], {
    cwd,
    env: { PATH, HOME, ...(npm_config_cache && { npm_config_cache }) } as unknown as NodeJS.ProcessEnv,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};

/** Packs the compiled plugin, and installs it with Strapi from npm's registry into a copy of `application/`. */
export async function installLibrary(): Promise<Library> {
  const folder = await mkdtemp(path.join(tmpdir(), 'accountability-playground-'));
  const root = path.join(folder, 'library');
  await cp(path.join(__dirname, 'application'), root, { recursive: true });
  // The plugin has been compiled before the tests.
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(await npm(pack, PLUGIN)) as { filename: string; files: { path: string }[] }[];
  await npm(['install', ...QUIET, path.join(folder, packed!.filename)], root);
  return {
    root,
    packed: packed!.files.map(({ path: file }) => file),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Builds server and panel. @throws Error with what was printed */
export async function buildLibrary({ root }: Library): Promise<void> {
  const strapi = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js');
  const { code, output } = await startNode([strapi, 'build'], { NODE_ENV: 'production' }, root).ended;
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

/** What code of the application does to import files: it asks the plugin's service, without a server or a command. */
const IMPORT = `
  const [mapping, ...files] = process.argv.slice(1);
  const { createStrapi } = require('@strapi/strapi');
  createStrapi({ distDir: 'dist' })
    .load()
    .then(async (strapi) => {
      const { ended } = await strapi.plugin('accountability').service('imports').start({
        mapping,
        files: files.map((file) => ({ path: file, name: require('path').basename(file) })),
        locale: 'en',
        isDryRun: false,
        keepsGood: false,
      });
      process.stdout.write('RESULT ' + JSON.stringify(await ended) + '\\n');
      await strapi.destroy();
      // Strapi leaves timers behind.
      process.exit(0);
    });
`;

/**
 * Imports files in a process of the application's own.
 * @param files contents by name
 * @returns the result the service gives
 * @throws Error with what was printed
 */
export async function importWithService(
  { root }: Library,
  env: Readonly<Record<string, string>>,
  mapping: string,
  files: Readonly<Record<string, string>>,
): Promise<unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'accountability-acquisitions-'));
  try {
    const paths = Object.keys(files).map((name) => path.join(folder, name));
    await Promise.all(Object.values(files).map((content, index) => writeFile(paths[index]!, content)));
    const settings = { ...TEST_SETTINGS, ...env, NODE_ENV: 'production' };
    const { output } = await startNode(['-e', IMPORT, mapping, ...paths], settings, root).ended;
    const [, result] = /^RESULT (.*)$/m.exec(output) ?? [];
    if (result === undefined) throw new Error(`The import failed:\n${output}`);
    return JSON.parse(result);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Versions of a package anywhere below the application's node_modules. */
export async function installedVersions(library: Library, name: string): Promise<string[]> {
  const folders = [library.root];
  const versions: string[] = [];
  while (folders.length > 0) {
    const modules = path.join(folders.pop()!, 'node_modules');
    const names = await packagesIn(modules);
    if (names.includes(name)) {
      const { version } = hostProcess().getBuiltinModule('node:module').createRequire(modules)(
        path.join(modules, name, 'package.json'),
      ) as { version: string };
      versions.push(version);
    }
    folders.push(...names.map((one) => path.join(modules, one)));
  }
  return versions;
}

async function packagesIn(modules: string): Promise<string[]> {
  const names = await readdir(modules).catch(() => [] as string[]);
  const scoped = await Promise.all(
    names
      .filter((name) => name.startsWith('@'))
      .map(async (scope) => (await readdir(path.join(modules, scope))).map((name) => `${scope}/${name}`)),
  );
  return [...names.filter((name) => !name.startsWith('@') && !name.startsWith('.')), ...scoped.flat()];
}
