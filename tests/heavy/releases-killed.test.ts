import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase } from '../support/databases';
import { TEST_SETTINGS } from '../support/environment';
import { runDatabase } from '../support/host';
import { startNode, uploadsFolder, waitForOutput } from '../support/processes';
import { bootTracker } from '../support/tracker';

const UPLOADS = uploadsFolder();

/** Makes a release with a provider that stops for ever: with half of the file, or with all of it. */
const program = (part: 'half' | 'whole') => `
  const { createStrapi } = require('@strapi/strapi');
  const fs = require('node:fs');
  (async () => {
    const strapi = createStrapi({ appDir: process.cwd(), distDir: './dist' });
    strapi.log.level = 'error';
    await strapi.load();
    const { provider } = strapi.plugin('upload');
    const { uploadStream } = provider;
    provider.uploadStream = async (file) => {
      await uploadStream(file);
      const stored = ${JSON.stringify(UPLOADS)} + '/' + file.hash + file.ext;
      if ('${part}' === 'half') fs.truncateSync(stored, 1000);
      process.stdout.write('uploaded ${part}\\n');
      await new Promise((resolve) => setTimeout(resolve, 600000));
    };
    await strapi.plugin('accountability').service('releases').make();
  })();`;

const filesOfReleases = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('open-data-release-'));

describe('a release whose process is killed', () => {
  it.each(['half', 'whole'] as const)(
    'with %s of the file kept is none, and the next one removes what it left',
    async (part) => {
      const database = await createDatabase(runDatabase());
      const [uploads, temporary] = [await filesOfReleases(UPLOADS), await filesOfReleases(tmpdir())];
      const left = async (folder: string, before: string[]) =>
        (await filesOfReleases(folder)).filter((name) => !before.includes(name));
      const running = startNode(['-e', program(part)], {
        ...TEST_SETTINGS,
        ...database.env,
        SEED_DEMO: 'true',
      });
      await waitForOutput(running, `uploaded ${part}`);
      running.child.kill('SIGKILL');
      await running.ended;
      const [dead] = await left(UPLOADS, uploads);
      expect(dead).toMatch(/\.zip$/);
      expect(await left(tmpdir(), temporary)).toEqual([dead]);

      const tracker = await bootTracker({ reuse: database });
      try {
        const response = await fetch(`${tracker.url}/api/open-data/releases.json`);
        expect(await response.json()).toMatchObject({ releases: [] });
        const { outcome, release } = await tracker.strapi.plugin('accountability').service('releases').make();
        expect(outcome).toBe('made');
        const kept = `${release.file.hash}.zip`;
        expect(await left(UPLOADS, uploads)).toEqual([kept]);
        expect(await left(tmpdir(), temporary)).toEqual([]);
        await rm(path.join(UPLOADS, kept));
      } finally {
        await tracker.close();
      }
    },
    120_000,
  );
});
