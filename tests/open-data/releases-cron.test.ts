import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { uploadsFolder } from '../support/processes';
import { startServer, type ServerProcess } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

const UPLOADS = uploadsFolder();
const EVERY_SECOND = '* * * * * *';
const SITE = 'https://data.example';
const MADE = /release \S+ is made/g;

interface ReleaseList {
  readonly releases: { readonly version: string; readonly sha256: string; readonly url: string }[];
}

const releaseFiles = async (): Promise<string[]> =>
  (await readdir(UPLOADS)).filter((name) => name.startsWith('open-data-release-'));

/** `strapi start`, as an operator runs it, twice on one database. */
describe('releases made by themselves', () => {
  let tracker: Tracker;
  let servers: ServerProcess[] = [];
  let before: string[];

  beforeAll(async () => {
    before = await releaseFiles();
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    await tracker.close({ keepDatabase: true });
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill('SIGKILL')));
    await tracker.database.drop();
    for (const name of await releaseFiles()) {
      if (!before.includes(name)) await rm(path.join(UPLOADS, name));
    }
  });

  it('are one for the same content, though two processes make one every second', async () => {
    // Instances of one site are reached under one address; a release has it in it.
    const env = { ...tracker.database.env, RELEASES_CRON: EVERY_SECOND, PUBLIC_URL: SITE };
    servers = await Promise.all([startServer(env), startServer(env)]);
    await Promise.all(servers.map((server) => server.ready()));
    const listed = async ({ url }: ServerProcess) =>
      ((await (await fetch(`${url}/api/open-data/releases.json`)).json()) as ReleaseList).releases;
    const end = Date.now() + 60_000;
    while ((await listed(servers[0]!)).length === 0 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // Some more rounds of both.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    for (const server of servers) {
      const releases = await listed(server);
      expect(releases).toHaveLength(1);
      const url = releases[0]!.url.replace(SITE, server.url);
      expect((await fetch(url)).headers.get('etag')).toBe(`"${releases[0]!.sha256}"`);
    }
    await Promise.all(servers.map((server) => server.kill()));
    const output = servers.map((server) => server.output()).join('\n');
    expect(output.match(MADE)).toHaveLength(1);
    expect(output).not.toMatch(/error/i);
    expect((await releaseFiles()).filter((name) => !before.includes(name))).toHaveLength(1);
  }, 180_000);
});
