import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, startNode } from '../support/processes';

const PLUGIN = 'strapi-plugin-accountability';
/** Made by tools, or not needed by a build. */
const LEFT_OUT = /(^|[\\/])(dist|node_modules|\.git|\.tmp|tests|docs|public)$/;

/** A folder with links to the packages of this project, in which Strapi and the plugin are its own. */
async function linkPackages(folder: string): Promise<void> {
  const packages = path.join(ROOT, 'node_modules');
  await mkdir(path.join(folder, '@strapi'), { recursive: true });
  const link = async (name: string) => symlink(path.join(packages, name), path.join(folder, name));
  for (const name of await readdir(packages)) {
    if (name !== '@strapi' && name !== PLUGIN) await link(name);
  }
  for (const name of await readdir(path.join(packages, '@strapi'))) {
    if (name !== 'strapi') await link(`@strapi/${name}`);
  }
  // Strapi looks for plugins from where its own files really are.
  await cp(path.join(packages, '@strapi/strapi'), path.join(folder, '@strapi/strapi'), { recursive: true });
  await symlink('../src/plugins/accountability', path.join(folder, PLUGIN));
}

describe('the first build of a fresh clone', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-clone-'));
    await cp(ROOT, folder, {
      recursive: true,
      filter: (file) => file === ROOT || !LEFT_OUT.test(path.relative(ROOT, file)),
    });
    await linkPackages(path.join(folder, 'node_modules'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has the pages of the plugin in the panel', async () => {
    const script = pathToFileURL(path.join(folder, 'scripts/lib/build.mjs')).href;
    const program = `const { ensureBuilt } = await import(process.env.SCRIPT);
      // The exit code is what the test asks for.
      process.exit(await ensureBuilt(process.cwd()));`;
    const { code, output } = await startNode(
      ['--input-type=module', '-e', program],
      { SCRIPT: script },
      folder,
    ).ended;
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    const pagesIn = async (dist: string) =>
      (await readdir(path.join(folder, dist))).filter((file) => file.startsWith('page-'));
    const bundled = await pagesIn('dist/build');
    const pages = await pagesIn('src/plugins/accountability/dist/admin');
    expect(pages.length).toBeGreaterThan(0);
    // Vite adds a hash of its own to each name.
    expect(pages.filter((page) => !bundled.some((file) => file.startsWith(path.parse(page).name)))).toEqual(
      [],
    );
  }, 600_000);
});
