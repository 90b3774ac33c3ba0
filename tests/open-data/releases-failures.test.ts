import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { hostDate } from '../support/host';
import { makeMilestone } from '../support/milestones';
import { ATTEMPT, bytesOf, releasesOf, UPLOADS } from '../support/releases';
import { bootTracker, type Tracker } from '../support/tracker';

describe('releases that cannot be made or read', () => {
  let tracker: Tracker;
  const { kept, make, list, provider, leftovers, attempts, removeKept } = releasesOf(() => tracker);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(async () => {
    await tracker.close();
    await removeKept();
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
    expect([await list(), leftovers(), await attempts()]).toEqual([before, [], []]);
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
    expect([await list(), leftovers(), await attempts()]).toEqual([before, [], []]);
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
    expect([leftovers(), await attempts()]).toEqual([[], []]);
  });

  it('that are gone from the store are an error, never half a file', async () => {
    await make();
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
});
