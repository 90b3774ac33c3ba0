import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { adminToken } from '../support/accounts';
import { freePort } from '../support/free-port';
import { hostDate } from '../support/host';
import { makeMilestone } from '../support/milestones';
import { uploadsFolder } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';
import { unzip } from '../support/zip';

const UPLOADS = uploadsFolder();
const ATTEMPT = 'plugin::accountability.release-attempt' as never;

interface ReleaseView {
  version: string;
  created: string;
  sequence: number;
  bytes: number;
  sha256: string;
  rows: Record<string, number>;
  url: string;
}
interface Made {
  outcome: 'made' | 'same' | 'busy';
  release: ReleaseView & { file: { hash: string; url: string } };
}
interface Provider {
  uploadStream(file: Record<string, unknown>): Promise<void>;
  delete(file: object): Promise<unknown>;
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('releases', () => {
  let tracker: Tracker;
  const kept = new Set<string>();
  const address = (file: string) => `${tracker.url}/api/open-data/${file}`;
  const make = async (): Promise<Made> => {
    const made: Made = await tracker.strapi.plugin('accountability').service('releases').make();
    if (made.outcome === 'made') kept.add(made.release.file.hash);
    return made;
  };
  const list = async () => {
    const response = await fetch(address('releases.json'));
    expect(response.status).toBe(200);
    return ((await response.json()) as { releases: ReleaseView[] }).releases;
  };
  const provider = () => tracker.strapi.plugin('upload').provider as unknown as Provider;
  const leftovers = async () =>
    [...(await readdir(UPLOADS)), ...(await readdir(tmpdir()))].filter(
      (name) => name.startsWith('open-data-release-') && ![...kept].some((hash) => name === `${hash}.zip`),
    );
  const attempts = () => tracker.strapi.db.query(ATTEMPT).findMany({});

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(async () => {
    await tracker.close();
    for (const hash of kept) await rm(path.join(UPLOADS, `${hash}.zip`), { force: true });
  });

  it('are none at first; an unknown one is a problem that says where the list is', async () => {
    expect(await list()).toEqual([]);
    for (const file of ['2026-11-25.1.zip', 'nothing', '..%2F..%2Fpackage.json', '%25.zip']) {
      const response = await fetch(address(`releases/${file}`));
      expect([file, response.status]).toEqual([file, 404]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ releases: address('releases.json') });
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
    expect(await leftovers()).toEqual([]);
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

  it('stand in the catalogue, the index and the description of the API', async () => {
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

  it('leave nothing when the provider fails half-way, and the next one succeeds', async () => {
    await makeMilestone(tracker);
    const before = await list();
    const { uploadStream } = provider();
    provider().uploadStream = async (file) => {
      writeFileSync(path.join(UPLOADS, `${String(file.hash)}.zip`), 'half');
      (file.stream as { destroy(): void }).destroy();
      throw new Error('the store is full');
    };
    try {
      await expect(make()).rejects.toThrow('the store is full');
    } finally {
      provider().uploadStream = uploadStream;
    }
    expect([await list(), await leftovers(), await attempts()]).toEqual([before, [], []]);
    expect((await make()).outcome).toBe('made');
  });

  it('are not written down when the provider keeps something else', async () => {
    await makeMilestone(tracker);
    const before = await list();
    const { uploadStream } = provider();
    provider().uploadStream = async (file) => {
      await uploadStream(file);
      const name = path.join(UPLOADS, `${String(file.hash)}.zip`);
      const content = readFileSync(name);
      content[100]! ^= 1;
      writeFileSync(name, content);
    };
    try {
      await expect(make()).rejects.toThrow('differs from the one that was built');
    } finally {
      provider().uploadStream = uploadStream;
    }
    expect([await list(), await leftovers(), await attempts()]).toEqual([before, [], []]);
  });

  it('remove what a dead attempt on another machine left, also when the provider was out of reach', async () => {
    const name = 'open-data-release-dead';
    writeFileSync(path.join(UPLOADS, `${name}.zip`), 'half');
    const query = tracker.strapi.db.query(ATTEMPT);
    const data = { name, host: 'elsewhere', process: 1, seen: hostDate() };
    const { id } = (await query.create({ data } as never)) as { id: number };
    await makeMilestone(tracker);
    expect((await make()).outcome).toBe('busy');
    await query.update({ where: { id }, data: { seen: hostDate(Date.now() - 200_000) } } as never);
    const remove = provider().delete;
    provider().delete = async () => {
      throw new Error('out of reach');
    };
    try {
      await expect(make()).rejects.toThrow('out of reach');
    } finally {
      provider().delete = remove;
    }
    expect(existsSync(path.join(UPLOADS, `${name}.zip`))).toBe(true);
    expect((await make()).outcome).toBe('made');
    expect([await leftovers(), await attempts()]).toEqual([[], []]);
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

  it('that are gone from the store are an error, never half a file', async () => {
    const [latest] = await list();
    const hash = [...kept].at(-1)!;
    const file = path.join(UPLOADS, `${hash}.zip`);
    const content = readFileSync(file);
    try {
      writeFileSync(file, content.subarray(0, 500));
      const readAll = async () => bytesOf(await fetch(latest!.url));
      await expect(readAll()).rejects.toThrow();
      await rm(file);
      const gone = await fetch(latest!.url);
      expect(gone.status).toBe(500);
      expect(gone.headers.get('content-type')).toContain('application/problem+json');
      expect([gone.headers.get('etag'), gone.headers.get('cache-control')]).toEqual([null, 'no-store']);
    } finally {
      writeFileSync(file, content);
    }
    expect((await fetch(latest!.url)).status).toBe(200);
  });

  describe('kept elsewhere, at an address of its own', () => {
    let server: Server;
    const files = new Map<string, Buffer>();
    let knowsRanges = true;
    let restore: () => void;

    beforeAll(async () => {
      server = createServer((request, response) => {
        const content = files.get(request.url ?? '');
        if (!content) return response.writeHead(404).end();
        const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
        if (!knowsRanges || start === undefined) return response.writeHead(200).end(content);
        const part = content.subarray(Number(start), Number(end) + 1);
        return response
          .writeHead(206, { 'Content-Range': `bytes ${start}-${end}/${content.length}` })
          .end(part);
      });
      const port = await freePort();
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      const { uploadStream, delete: remove } = provider();
      restore = () => Object.assign(provider(), { uploadStream, delete: remove });
      Object.assign(provider(), {
        async uploadStream(file: Record<string, unknown>) {
          const chunks: Buffer[] = [];
          for await (const chunk of file.stream as AsyncIterable<Buffer>) chunks.push(chunk);
          files.set(`/${String(file.hash)}.zip`, Buffer.concat(chunks));
          file.url = `http://127.0.0.1:${port}/${String(file.hash)}.zip`;
        },
        delete: async (file: { hash: string }) => files.delete(`/${file.hash}.zip`),
      });
    });
    afterAll(() => {
      restore();
      server.close();
    });

    it.each([
      ['one that knows ranges', true],
      ['one that sends everything', false],
    ])('are served through this site with the same headers, from %s', async (_store, ranges) => {
      knowsRanges = ranges;
      await makeMilestone(tracker);
      const made = await make();
      expect(made.outcome).toBe('made');
      const url = address(`releases/${made.release.version}.zip`);
      const whole = await fetch(url);
      const content = await bytesOf(whole);
      expect(sha256(content)).toBe(made.release.sha256);
      expect(whole.url).toBe(url);
      expect(whole.headers.get('repr-digest')).toContain('sha-256=:');
      const part = await fetch(url, { headers: { Range: 'bytes=50-149' } });
      expect(part.status).toBe(206);
      expect((await bytesOf(part)).equals(content.subarray(50, 150))).toBe(true);
      files.delete(`/${made.release.file.hash}.zip`);
      expect((await fetch(url)).status).toBe(500);
    });
  });
});
