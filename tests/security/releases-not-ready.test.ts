import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bytesOf, releasesOf, sha256, type Made } from '../support/releases';
import { bootTracker, type Tracker } from '../support/tracker';

const RELEASE = 'plugin::accountability.release' as never;

describe('a release that is not ready', () => {
  let tracker: Tracker;
  let admin: string;
  const { make, list, provider, removeKept, address, leftovers, attempts } = releasesOf(() => tracker);
  const ask = (version: string, options: RequestInit = {}) =>
    fetch(address(`releases/${version}.zip`), options);

  /** Makes one, and does something while half of it has been handed to the store. */
  async function whileHalfMade(work: () => Promise<void>): Promise<Made> {
    const store = provider();
    const { uploadStream } = store;
    let failure: unknown;
    store.uploadStream = async (file) => {
      await work().catch((error: unknown) => (failure = error));
      await uploadStream.call(store, file);
    };
    try {
      return await make();
    } finally {
      store.uploadStream = uploadStream;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what the work has thrown
      if (failure) throw failure;
    }
  }

  beforeAll(async () => {
    tracker = await bootTracker();
    admin = await adminToken(tracker);
    await makeCommitment(tracker, { title: 'Draft of nobody', published: false });
    await makeMilestone(tracker, { title: 'Published' });
  });
  afterAll(async () => {
    await tracker.close();
    await removeKept();
  });

  it.each([
    '2020-01-01.1',
    '..%2F..%2Fpackage',
    '%2e%2e',
    'x'.repeat(3000),
    '2020-01-01.1.zip',
    '%F0%9F%98%80',
  ])('is not there under the name %s', async (version) => {
    for (const method of ['GET', 'HEAD']) expect((await ask(version, { method })).status).toBe(404);
  });

  it('is in no list and under no address until it is whole, in parts neither, and is made once', async () => {
    const version = (await fetch(address('all.zip'), { method: 'HEAD' })).headers.get('x-release-version')!;
    const { release, outcome } = await whileHalfMade(async () => {
      expect(await list()).toEqual([]);
      for (const options of [{}, { method: 'HEAD' }, { headers: { range: 'bytes=0-99' } }]) {
        const answer = await ask(version, options);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          404,
          expect.stringContaining('application/problem+json'),
        ]);
        expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
      }
      const catalogue = await (await fetch(address('catalog.jsonld'))).text();
      expect(catalogue).not.toContain(`releases/${version}`);
      const second = await jsonRequest<{ error: { details: { code: string } } }>(
        `${tracker.url}/accountability/open-data/releases`,
        { token: admin, body: {} },
      );
      expect([second.status, second.body.error.details.code]).toEqual([409, 'RELEASE_BUSY']);
    });
    expect([outcome, release.version]).toEqual(['made', version]);
    const answer = await ask(version);
    const content = await bytesOf(answer);
    const [listed] = await list();
    expect([answer.status, sha256(content), content.length]).toEqual([200, listed!.sha256, listed!.bytes]);
    expect(content.toString('latin1')).not.toContain('Draft of nobody');
    expect([leftovers(), await attempts()]).toEqual([[], []]);
  });

  it('has what was public when it began, whatever is written while it is made', async () => {
    await makeMilestone(tracker, { title: 'Before' });
    const before = (await fetch(address('all.zip'), { method: 'HEAD' })).headers.get('x-release-version');
    const { release } = await whileHalfMade(async () => {
      await makeMilestone(tracker, { title: 'Meanwhile' });
    });
    expect(release.version).toBe(before);
    expect((await make()).outcome).toBe('made');
    expect((await list()).map(({ version }) => version)).toContain(before);
  });

  it('is gone from every list and address once it is deleted, and the others stay', async () => {
    const [latest, ...others] = await list();
    await tracker.strapi.db.query(RELEASE).deleteMany({ where: { version: latest!.version } } as never);
    const conditions: Record<string, string>[] = [{}, { 'if-none-match': '*' }, { range: 'bytes=0-9' }];
    for (const headers of conditions) expect((await ask(latest!.version, { headers })).status).toBe(404);
    expect(await list()).toEqual(others);
    for (const { version, sha256: digest } of others)
      expect(sha256(await bytesOf(await ask(version)))).toBe(digest);
  });
});
