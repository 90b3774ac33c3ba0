import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, startNode } from '../support/processes';

const PLUGIN = 'src/plugins/accountability';
const SOURCES = [
  'config/server.ts',
  'favicon.png',
  'package.json',
  'package-lock.json',
  'src/index.ts',
  'tsconfig.json',
  `${PLUGIN}/build.mjs`,
  `${PLUGIN}/server/src/index.ts`,
];
const OUTPUTS = [
  'dist/src/index.js',
  'dist/build/index.html',
  `${PLUGIN}/dist/server/src/index.js`,
  `${PLUGIN}/dist/admin/index.mjs`,
];

/**
 * Builds a folder by writing into the copy what replaces the outputs, prints what the folder has while the application
 * is being built, and ends with the exit code given.
 */
const program = `
  import { mkdir, readFile, writeFile } from 'node:fs/promises';
  import path from 'node:path';
  const { ensureBuilt } = await import(process.env.SCRIPT);
  const { ROOT_FOLDER: root, OUTPUTS, CODE, PLUGIN_CODE, CONTENT } = process.env;
  const outputs = JSON.parse(OUTPUTS);
  const write = async (copy, files) => {
    for (const file of files) {
      const at = path.join(copy, file);
      await mkdir(path.dirname(at), { recursive: true });
      await writeFile(at, CONTENT);
    }
  };
  const ofPlugin = (file) => file.startsWith('src/');
  const code = await ensureBuilt(root, {
    plugin: async (copy) => {
      await write(copy, outputs.filter(ofPlugin));
      return Number(PLUGIN_CODE);
    },
    application: async (copy) => {
      await write(copy, outputs.filter((file) => !ofPlugin(file)));
      const meanwhile = await Promise.all(outputs.map((file) =>
        readFile(path.join(root, file), 'utf8').catch((error) => error.code)));
      process.stdout.write('meanwhile ' + meanwhile.join() + '\\n');
      return Number(CODE);
    },
  });
  // The exit code is what the test asks for.
  process.exit(code);`;

describe('a build', () => {
  let root: string;

  const write = async (file: string, content: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  };
  const outputs = () => Promise.all(OUTPUTS.map((file) => readFile(path.join(root, file), 'utf8')));
  const build = async (content: string, code: number, pluginCode = 0) => {
    const running = startNode(['--input-type=module', '-e', program], {
      SCRIPT: pathToFileURL(path.join(ROOT, 'scripts/lib/build.mjs')).href,
      ROOT_FOLDER: root,
      OUTPUTS: JSON.stringify(OUTPUTS),
      CODE: String(code),
      PLUGIN_CODE: String(pluginCode),
      CONTENT: content,
    });
    return running.ended;
  };

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'built-'));
    for (const file of SOURCES) await write(file, 'source');
    for (const file of [...OUTPUTS, 'dist/src/deleted.js']) await write(file, 'former');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('that fails leaves the former one as it was, and nothing of its own', async () => {
    const { code } = await build('half', 3);
    expect(code).toBe(3);
    expect(await outputs()).toEqual(OUTPUTS.map(() => 'former'));
    expect(await readFile(path.join(root, 'dist/src/deleted.js'), 'utf8')).toBe('former');
    expect(await readdir(path.join(root, '.tmp'))).toEqual([]);
  });

  it('whose plugin fails does not begin with the application', async () => {
    const { code, output } = await build('half', 0, 4);
    expect(code).toBe(4);
    expect(output).not.toContain('meanwhile');
    expect(await outputs()).toEqual(OUTPUTS.map(() => 'former'));
  });

  it('leaves a server the files it runs from until the next ones are there', async () => {
    const { output } = await build('next', 0);
    expect(output).toContain('meanwhile former,former,former,former');
  });

  it('on a fresh clone has the plugin where Strapi looks for its pages before it builds the panel', async () => {
    for (const folder of ['dist', `${PLUGIN}/dist`]) await rm(path.join(root, folder), { recursive: true });
    const { code, output } = await build('first', 0);
    expect(output).toContain('meanwhile ENOENT,ENOENT,first,first');
    expect(code).toBe(0);
    expect(await outputs()).toEqual(OUTPUTS.map(() => 'first'));
  });

  it('takes the place of the former one when it has succeeded, without files of deleted sources', async () => {
    const { code } = await build('next', 0);
    expect(code).toBe(0);
    expect(await outputs()).toEqual(OUTPUTS.map(() => 'next'));
    expect(await readdir(path.join(root, 'dist/src'))).toEqual(['index.js']);
    expect(await readdir(path.join(root, '.tmp'))).toEqual([]);
  });

  it('is made once of the same sources, and again of others', async () => {
    await build('next', 0);
    const again = await build('again', 0);
    expect(again.output).toContain('up to date');
    expect(await outputs()).toEqual(OUTPUTS.map(() => 'next'));
    await write('src/index.ts', 'another source');
    await build('third', 0);
    expect(await outputs()).toEqual(OUTPUTS.map(() => 'third'));
  });
});
