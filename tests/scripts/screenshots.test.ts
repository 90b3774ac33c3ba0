import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostScript } from '../support/host';
import { ROOT, startNode } from '../support/processes';

interface Pictures {
  PICTURES: { file: string }[];
}

describe('npm run screenshots', () => {
  const { PICTURES } = hostScript('scripts/lib/pictures.mjs') as Pictures;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-pictures-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (into: string, env: Record<string, string> = {}) =>
    startNode(['scripts/screenshots.mjs', '--into', into], env).ended;

  it('says in one line that there is no browser, before anything is started', async () => {
    const { code, output } = await run(folder, { CHROMIUM_PATH: path.join(folder, 'no-browser') });
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toMatch(/^Chromium could not be started .*CHROMIUM_PATH\.$/);
    expect(output).not.toContain('Starting the tracker');
  }, 60_000);

  it('says in one line that the pictures have no place', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    const { code, output } = await run(path.join(file, 'images'));
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([expect.stringContaining('Pictures cannot be put into')]);
  }, 60_000);

  it('has made what README shows', async () => {
    const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/docs\/images\/([\w-]+\.png)/g)].map(([, file]) => file);
    expect(shown.sort()).toEqual(PICTURES.map(({ file }) => file).sort());
    expect((await readdir(path.join(ROOT, 'docs/images'))).sort()).toEqual(shown);
  });
});
