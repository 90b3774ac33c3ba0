import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostScript } from '../support/host';
import { readPng } from '../support/png';
import { startNode } from '../support/processes';

interface Pictures {
  PICTURES: { file: string; size: { width: number; height: number } }[];
}

const LIMIT_BYTES = 250_000;
/** A page of one colour with little else on it has not come to show anything. */
const MAX_SHARE_OF_ONE_COLOUR = 0.97;
const FEWEST_COLOURS = 20;

describe('npm run screenshots', () => {
  const { PICTURES } = hostScript('scripts/lib/pictures.mjs') as Pictures;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-pictures-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('takes every picture of the running product, of its size, and leaves nothing running', async () => {
    const { code, output } = await startNode(['scripts/screenshots.mjs', '--into', folder]).ended;
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    const [, url] = /Taking the pictures of (\S+)/.exec(output) ?? [];
    await expect(fetch(url!)).rejects.toThrow('fetch failed');
    expect((await readdir(folder)).sort()).toEqual(PICTURES.map(({ file }) => file).sort());
    for (const { file, size } of PICTURES) {
      const content = await readFile(path.join(folder, file));
      const { width, height, colours } = readPng(content);
      expect([file, width, height]).toEqual([file, size.width, size.height]);
      expect([file, content.length < LIMIT_BYTES]).toEqual([file, true]);
      const share = Math.max(...colours.values()) / (width * height);
      expect([file, share < MAX_SHARE_OF_ONE_COLOUR, colours.size > FEWEST_COLOURS]).toEqual([
        file,
        true,
        true,
      ]);
    }
  }, 180_000);
});
