import { createHash } from 'node:crypto';
import { adminToken } from '../support/accounts';
import { makeMilestone } from '../support/milestones';
import { bytesOf, releasesOf, sha256, type ReleaseView } from '../support/releases';
import { bootTracker, type Tracker } from '../support/tracker';
import { unzip } from '../support/zip';

describe('releases', () => {
  let tracker: Tracker;
  const { kept, address, make, list, leftovers, attempts, removeKept } = releasesOf(() => tracker);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(async () => {
    await tracker.close();
    await removeKept();
  });

  it('are none at first; an unknown one is a problem that says where the list is', async () => {
    expect(await list()).toEqual([]);
    for (const file of ['2026-11-25.1.zip', 'nothing', '..%2F..%2Fpackage.json', '%25.zip']) {
      const response = await fetch(address(`releases/${file}`));
      expect([file, response.status]).toEqual([file, 404]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      // A hidden slash is no address of anything.
      const where = file.includes('%2F') ? {} : { releases: address('releases.json') };
      expect(await response.json()).toMatchObject(where);
    }
  });

  it('keep what all.zip gives, once for the same content, whatever is written later', async () => {
    const first = await make();
    expect(first.outcome).toBe('made');
    const { version, sha256: digest, bytes } = first.release;
    expect(version).toMatch(/^\d{4}-\d\d-\d\d\.\d+$/);
    expect((await make()).outcome).toBe('same');
    const [listed, ...others] = await list();
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ version, sha256: digest, bytes, url: address(`releases/${version}.zip`) });

    const before = await bytesOf(await fetch(listed!.url));
    expect([before.length, sha256(before)]).toEqual([bytes, digest]);
    const live = await bytesOf(await fetch(address('all.zip')));
    const liveFiles = await unzip(live);
    for (const { name, content } of await unzip(before)) {
      if (!name.endsWith('.csv')) continue;
      expect(liveFiles.find((file) => file.name === name)!.content.equals(content)).toBe(true);
    }

    await makeMilestone(tracker);
    const second = await make();
    expect(second.outcome).toBe('made');
    expect(second.release.version).not.toBe(version);
    expect((await list()).map((release) => release.version)).toEqual([second.release.version, version]);
    expect((await bytesOf(await fetch(listed!.url))).equals(before)).toBe(true);
    expect(await tracker.strapi.db.query('plugin::upload.file').count()).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it('are served as what never changes: digest, tag, parts', async () => {
    const [release] = await list();
    const { url, bytes, sha256: digest } = release!;
    const whole = await fetch(url);
    const content = await bytesOf(whole);
    expect(whole.headers.get('repr-digest')).toBe(
      `sha-256=:${createHash('sha256').update(content).digest('base64')}:`,
    );
    expect(whole.headers.get('etag')).toBe(`"${digest}"`);
    expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('content-length')).toBe(String(bytes));
    expect(whole.headers.get('content-disposition')).toContain(`${release!.version}.zip`);
    expect(whole.headers.get('access-control-expose-headers')).toContain('Repr-Digest');

    const head = await fetch(url, { method: 'HEAD' });
    for (const name of [
      'repr-digest',
      'etag',
      'content-length',
      'content-type',
      'last-modified',
      'accept-ranges',
    ]) {
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    }

    const get = (headers: Record<string, string>) => fetch(url, { headers });
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 99],
      ['bytes=100-', 100, bytes - 1],
      ['bytes=-7', bytes - 7, bytes - 1],
    ] as const) {
      const part = await get({ Range: range });
      expect([range, part.status]).toEqual([range, 206]);
      expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes}`);
      expect((await bytesOf(part)).equals(content.subarray(start, end + 1))).toBe(true);
    }
    const range = { Range: 'bytes=0-9' };
    const behind = await get({ Range: `bytes=${bytes}-` });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${bytes}`]);
    expect(behind.headers.get('content-type')).toContain('application/problem+json');
    expect(behind.headers.get('repr-digest')).toBeNull();
    expect((await get({ ...range, 'If-Range': `"${digest}"` })).status).toBe(206);
    expect((await get({ ...range, 'If-Range': whole.headers.get('last-modified')! })).status).toBe(206);
    expect((await get({ ...range, 'If-Range': '"another"' })).status).toBe(200);
    expect((await get({ Range: 'bytes=0-1,5-6' })).status).toBe(200);
    const known = await get({ ...range, 'If-None-Match': `"${digest}"` });
    expect([known.status, known.headers.get('etag')]).toEqual([304, `"${digest}"`]);
  });

  it('are in the catalogue, the index and the description of the API', async () => {
    const [release] = await list();
    const text = async (file: string) => (await fetch(address(file))).text();
    const catalogue = await text('catalog.ttl');
    for (const value of [release!.version, release!.sha256, String(release!.bytes), release!.url]) {
      expect(catalogue).toContain(value);
    }
    const index = JSON.parse(await text('')) as { archive: object; releases: { versions: object[] } };
    expect(index.archive).toMatchObject({ href: address('all.zip') });
    expect(index.releases.versions).toHaveLength(2);
    expect(index.releases.versions[0]).toEqual(release);
    for (const language of ['ka', 'en']) {
      const { paths } = JSON.parse(await text(`openapi.json?locale=${language}`)) as { paths: object };
      expect(Object.keys(paths)).toEqual(
        expect.arrayContaining(
          ['all.zip', 'releases.json', 'releases/{version}.zip'].map((file) => `/open-data/${file}`),
        ),
      );
    }
  });

  it('are made from the panel by those who may', async () => {
    const at = '/accountability/open-data/releases';
    await tracker.request.post(at).expect(401);
    await tracker.request.get(at).expect(401);
    const editor = await adminToken(tracker, ['strapi-editor']);
    await tracker.request.post(at).set('Authorization', `Bearer ${editor}`).expect(403);
    await tracker.request.get(at).set('Authorization', `Bearer ${editor}`).expect(200);
    const moderator = await adminToken(tracker, ['tracker-moderator']);
    await tracker.request.get(at).set('Authorization', `Bearer ${moderator}`).expect(403);
    const admin = await adminToken(tracker);
    await makeMilestone(tracker);
    const wish = () => tracker.request.post(at).set('Authorization', `Bearer ${admin}`);
    const made = await wish().expect(201);
    const { data } = made.body as { data: ReleaseView };
    const [latest] = await list();
    kept.add(
      (
        (await tracker.strapi.db
          .query('plugin::accountability.release' as never)
          .findOne({ where: { version: latest!.version } })) as { file: { hash: string } }
      ).file.hash,
    );
    expect(data).toEqual(latest);
    expect((await wish().expect(200)).body).toMatchObject({ data: latest, meta: { outcome: 'same' } });
    const shown = await tracker.request.get(at).set('Authorization', `Bearer ${admin}`).expect(200);
    expect((shown.body as { data: ReleaseView[] }).data).toEqual(await list());
    const service = tracker.strapi.plugin('accountability').service('releases');
    const nobody = { can: () => false };
    await expect(service.makeFor(nobody)).rejects.toMatchObject({ status: 403, code: 'RELEASE_NOT_ALLOWED' });
    await expect(service.listFor(nobody)).rejects.toMatchObject({ status: 403, code: 'RELEASE_NOT_ALLOWED' });
  });

  it('are made one at a time', async () => {
    await makeMilestone(tracker);
    const outcomes = (await Promise.all([make(), make(), make()])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['busy', 'busy', 'made']);
    expect(await attempts()).toEqual([]);
  });

  it('get an edition of their own where the same rows come with another licence', async () => {
    const [latest] = await list();
    const { config } = tracker.strapi;
    const setting = 'plugin::accountability';
    const settings = config.get<{ openData: object }>(setting);
    const licence = { name: 'Another licence', url: 'https://licence.example/' };
    config.set(setting, { ...settings, openData: { ...settings.openData, licence } });
    try {
      const edition = await make();
      expect(edition).toMatchObject({ outcome: 'made', release: { version: `${latest!.version}.2` } });
      expect((await make()).outcome).toBe('same');
      const files = await unzip(await bytesOf(await fetch(address(`releases/${latest!.version}.2.zip`))));
      const { version } = JSON.parse(
        files.find(({ name }) => name === 'datapackage.json')!.content.toString(),
      ) as { version: string };
      expect(version).toBe(`${latest!.version}.2`);
    } finally {
      config.set(setting, settings);
    }
  });
});
