import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { damageContent, endReading, fillWithPartners } from '../support/large-content';
import { bootTracker, type Tracker } from '../support/tracker';
import { unzip } from '../support/zip';

const run = promisify(execFile);
const AT_ONCE = 4;
/** What a whole zip file ends with. */
const END_OF_ARCHIVE = Buffer.from('PK\x05\x06');
/** curl: the transfer ended early, or the connection was reset. */
const CUT_OFF = [18, 56];

describe('an archive that does not come to its end', () => {
  let tracker: Tracker;
  const address = (file = 'all.zip') => `${tracker.url}/api/open-data/${file}`;
  const started = async (file: string, { signal }: AbortController) => {
    const response = await fetch(address(file), { signal });
    const reader = response.body!.getReader();
    await reader.read();
    return { status: response.status, reader };
  };
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 1000));

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { OPEN_DATA_MAX_EXPORTS_PER_ADDRESS: String(AT_ONCE) },
      isDamaged: 'pages of the database file are overwritten',
    });
    await fillWithPartners(tracker);
  }, 120_000);
  afterAll(() => tracker.close());

  it('is refused beyond the cap on exports of every kind, and the answer says when to retry', async () => {
    const controllers = Array.from({ length: AT_ONCE }, () => new AbortController());
    try {
      for (const [index, controller] of controllers.entries()) {
        // Files and archives count together.
        expect((await started(index % 2 ? 'all.zip' : 'partners.csv', controller)).status).toBe(200);
      }
      for (const method of ['GET', 'HEAD']) {
        const refused = await fetch(address(), { method });
        expect([method, refused.status]).toEqual([method, 503]);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(refused.headers.get('content-type')).toContain('application/problem+json');
        for (const name of ['etag', 'content-disposition', 'x-release-version']) {
          expect([name, refused.headers.get(name)]).toEqual([name, null]);
        }
      }
      expect((await fetch(address('partners.csv'))).status).toBe(503);
    } finally {
      controllers.forEach((controller) => controller.abort());
    }
    await aMoment();
    expect((await fetch(address(), { method: 'HEAD' })).status).toBe(200);
  });

  it('gives its slot back when the reader hangs up', async () => {
    for (let round = 0; round <= AT_ONCE; round += 1) {
      const controller = new AbortController();
      expect((await started('all.zip', controller)).status).toBe(200);
      controller.abort();
      await aMoment();
    }
  });

  it('is an error to its reader when the database fails in the middle, and no zip file', async () => {
    await damageContent(tracker);
    const folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
    const file = path.join(folder, 'all.zip');
    try {
      // As slow as it takes to be in the middle for a while.
      const download = run('curl', ['-sS', '--limit-rate', '1M', '-o', file, address()]);
      await aMoment();
      await endReading(tracker);
      const error = await download.then(
        () => null,
        (reason: { code: number }) => reason,
      );
      expect(CUT_OFF).toContain(error?.code);
      const got = await readFile(file);
      expect(got.length).toBeGreaterThan(0);
      expect(got.includes(END_OF_ARCHIVE)).toBe(false);
      await expect(unzip(got)).rejects.toThrow();
    } finally {
      await rm(folder, { recursive: true });
    }
    const head = await fetch(address('themes.csv'), { method: 'HEAD' });
    expect(head.status).toBe(200);
  });
});
