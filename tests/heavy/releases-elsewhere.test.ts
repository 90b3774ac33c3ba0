import { createServer, type Server } from 'node:http';
import { freePort } from '../support/free-port';
import { makeMilestone } from '../support/milestones';
import { bytesOf, releasesOf, sha256 } from '../support/releases';
import { bootTracker, type Tracker } from '../support/tracker';

describe('releases kept elsewhere, at an address of its own', () => {
  let tracker: Tracker;
  const { address, make, provider } = releasesOf(() => tracker);
  let server: Server;
  const files = new Map<string, Buffer>();
  let knowsRanges = true;
  let restore: () => void;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
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
  afterAll(async () => {
    restore();
    server.close();
    await tracker.close();
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
