import { connect } from 'node:net';
import { bootTracker, type Tracker } from '../support/tracker';

const PAGES = [
  '/',
  '/commitments',
  '/sitemap.xml',
  '/robots.txt',
  '/api/open-data',
  '/api/open-data/catalog.jsonld',
  '/api/open-data/datapackage.json',
  '/api/open-data/changes.atom',
];

const ADDRESS = /https?:\/\/[^\s"'<>)\]]+/g;
const FORGED = 'forged.example';

/** A request as its lines are given: clients put the header `Host` in order. */
const ask = (url: string, lines: readonly string[], version = '1.1') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (piece: string) => (text += piece));
    socket.on('end', () => resolve({ status: Number(text.split(' ')[1]), text }));
    const [first, ...headers] = lines;
    socket.write([`${first} HTTP/${version}`, ...headers, 'Connection: close', '', ''].join('\r\n'));
  });

describe('the header Host', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { HOST: '0.0.0.0', SEED_DEMO: 'true' } });
  });
  afterAll(() => tracker.close());
  const get = (path: string, ...headers: string[]) => ask(tracker.url, [`GET ${path}`, ...headers]);

  it.each([
    'Host: a b',
    'Host: user@tracker.example',
    'Host: tracker.example/path',
    'Host: tracker.example:port',
    'Host: tracker.example:99999',
    'Host: "><script>',
    'Host: a, b',
    'Host: [::1',
    'Host:',
    'Host: tracker.example\r\nHost: forged.example',
  ])('%j is refused everywhere', async (header) => {
    for (const path of ['/', '/api/commitments', '/admin/init', '/uploads/none']) {
      const { status, text } = await get(path, header, 'Accept: application/json');
      expect([path, status]).toEqual([path, 400]);
      expect(text).toContain('"code":"HOST_INVALID"');
    }
    const { status, text } = await get('/api/open-data', header);
    expect([status, text]).toEqual([400, expect.stringContaining('application/problem+json')]);
  });

  it.each(['tracker.example', 'tracker.example:8080', '[::1]:1337', 'localhost'])(
    'may be %s, which absolute addresses are made of where no other host is known',
    async (host) => {
      const { status, text } = await get('/sitemap.xml', `Host: ${host}`);
      expect(status).toBe(200);
      expect(text).toContain(`<loc>http://${host}/`);
    },
  );

  it('counts, and not what a client says a proxy had said', async () => {
    const { text } = await get(
      '/',
      'Host: tracker.example',
      `X-Forwarded-Host: ${FORGED}`,
      'X-Forwarded-Proto: https',
    );
    expect(text).toContain('http://tracker.example/');
    expect(text).not.toContain(FORGED);
    expect((await get('/', 'Host: tracker.example', 'X-Forwarded-Host: a b')).status).toBe(200);
  });

  it('may be left out by a client of HTTP/1.0', async () => {
    const { status, text } = await ask(tracker.url, ['GET /sitemap.xml'], '1.0');
    expect(status).toBe(200);
    expect(text).toContain(`<loc>http://0.0.0.0:${new URL(tracker.url).port}/`);
  });
});

describe('absolute addresses', () => {
  let tracker: Tracker;
  afterEach(() => tracker.close());

  const addressesOf = async (path: string, ...headers: string[]) => {
    const { status, text } = await ask(tracker.url, [`GET ${path}`, ...headers]);
    expect([path, status]).toEqual([path, 200]);
    return text.match(ADDRESS) ?? [];
  };

  it.each([
    ['the configured address', { PUBLIC_URL: 'https://tracker.example' }, 'https://tracker.example'],
    ['the configured host of the server', { HOST: '127.0.0.1' }, 'http://127.0.0.1:'],
  ])('are made of %s, whatever Host says', async (_what, env: Record<string, string>, start) => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...env } });
    for (const path of PAGES) {
      const addresses = await addressesOf(path, `Host: ${FORGED}`, `X-Forwarded-Host: ${FORGED}`);
      expect(addresses.filter((address) => address.includes(FORGED))).toEqual([]);
      expect([path, addresses.some((address) => address.startsWith(start))]).toEqual([path, true]);
    }
  });

  it('are made of what a proxy says where there is one, and only of a host and a protocol', async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', HOST: '127.0.0.1', IS_PROXIED: 'true' } });
    const forwarded = ['Host: inside:1337', 'X-Forwarded-Host: tracker.example', 'X-Forwarded-Proto: https'];
    expect(await addressesOf('/sitemap.xml', ...forwarded)).toContain('https://tracker.example/');
    for (const [header, code] of [
      ['X-Forwarded-Host: a b', 'HOST_INVALID'],
      ['X-Forwarded-Host: user@tracker.example', 'HOST_INVALID'],
      ['X-Forwarded-Proto: javascript', 'PROTOCOL_INVALID'],
    ]) {
      const { status, text } = await ask(tracker.url, ['GET /api/themes', 'Host: inside', header!]);
      expect([header, status]).toEqual([header, 400]);
      expect(text).toContain(`"code":"${code}"`);
    }
  });
});
