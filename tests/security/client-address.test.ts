import { request } from 'node:http';
import { NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const ONE_EACH = { ...NO_LIMITS, COMMENTS_PER_ADDRESS: '1' };
const RATES = 'accountability_rates';

/** Each line is one visitor behind one proxy, whatever the header says before the proxy's own entry. */
const VISITORS: [who: string, headers: string[]][] = [
  [
    'what was there before the proxy',
    ['203.0.113.1', '198.51.100.1, 203.0.113.1', '::1, 10.0.0.1, 203.0.113.1'],
  ],
  ['hundreds of entries', [`${'198.51.100.2, '.repeat(500)}203.0.113.2`, `${'x, '.repeat(1500)}203.0.113.2`]],
  ['empty entries', ['203.0.113.3', ', ,203.0.113.3', ',,,,   203.0.113.3']],
  ['ports', ['203.0.113.4', '203.0.113.4:49152', '1.2.3.4:1, 203.0.113.4:49153']],
  [
    'IPv4 as IPv6',
    [
      '203.0.113.5',
      '::ffff:203.0.113.5',
      '::FFFF:cb00:7105',
      '[::ffff:203.0.113.5]:443',
      '0:0:0:0:0:ffff:cb00:7105',
    ],
  ],
  [
    'a network of IPv6',
    ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:1:2:3', '[2001:db8:1:2::9]:443', '2001:db8:1:2::%eth0'],
  ],
  ['the next network', ['2001:db8:1:3::1']],
  [
    'no address at all',
    ['', ',', 'unknown', '999.1.1.1', 'x'.repeat(8000), '203.0.113.6, <script>', '203.0.113.7,'],
  ],
];

describe('the address visitors are counted by', () => {
  let tracker: Tracker;
  let commitment: string;
  const boot = async (env: Record<string, string>) => {
    tracker = await bootTracker({ env: { ...ONE_EACH, ...env } });
    commitment = await makeCommitment(tracker, { title: 'Counted' });
  };
  const send = async (forwarded?: string) =>
    (
      await sendComment(
        tracker,
        commitment,
        writtenComment(),
        forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      )
    ).status;
  /** The header in several lines, as no client of the language sends it. */
  const sendLines = (lines: string[]) =>
    new Promise<number>((resolve, reject) => {
      const sent = request(
        `${tracker.url}/api/commitments/${commitment}/comments`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': lines } },
        (response) => resolve(response.resume().statusCode ?? 0),
      );
      sent.on('error', reject);
      sent.end(JSON.stringify({ data: writtenComment() }));
    });
  afterEach(() => tracker.close());

  it('is what the proxy has written last, in one spelling, a network in IPv6', async () => {
    await boot({ IS_PROXIED: 'true' });
    const answers: [string, number[]][] = [];
    for (const [who, headers] of VISITORS) {
      const statuses: number[] = [];
      for (const header of headers) statuses.push(await send(header));
      answers.push([who, statuses]);
    }
    expect(answers).toEqual(
      VISITORS.map(([who, headers]) => [who, headers.map((_, index) => (index === 0 ? 201 : 429))]),
    );
    expect(await sendLines(['198.51.100.7', '203.0.113.8'])).toBe(201);
    expect(await sendLines(['198.51.100.8', '203.0.113.8'])).toBe(429);
    // Beside them all there is the connection's own.
    expect(await send()).toBe(429);

    const rows: { key: string }[] = await tracker.strapi.db.connection(RATES).select();
    expect(rows).toHaveLength(VISITORS.length + 1);
    for (const { key } of rows) expect(key).toMatch(/^address:[\w-]{43}$/);
  });

  it('is what the outermost of several proxies has seen', async () => {
    await boot({ IS_PROXIED: 'true', PROXY_COUNT: '2' });
    expect(await send('198.51.100.1, 203.0.113.1, 10.0.0.1')).toBe(201);
    expect(await send('198.51.100.2, 203.0.113.1, 10.0.0.2')).toBe(429);
    expect(await send('198.51.100.2, 203.0.113.2, 10.0.0.1')).toBe(201);
  });

  it('is that of the connection where no proxy is set', async () => {
    await boot({});
    expect([await send('203.0.113.1'), await send('203.0.113.2'), await send()]).toEqual([201, 429, 429]);
  });

  it('is the one logging in is counted by, too', async () => {
    await boot({ IS_PROXIED: 'true' });
    tracker.strapi.config.set('admin.rateLimit', { enabled: true, max: 2 });
    const email = 'nobody@tests.example';
    const login = async (forwarded: string) =>
      (
        await tracker.request
          .post('/admin/login')
          .set('x-forwarded-for', forwarded)
          .send({ email, password: 'wrong' })
      ).status;
    const statuses = [];
    for (const forwarded of ['1.1.1.1, 203.0.113.9', '2.2.2.2, 203.0.113.9:1', '3.3.3.3, ::ffff:203.0.113.9'])
      statuses.push(await login(forwarded));
    expect(statuses).toEqual([400, 400, 429]);
    expect(await login('203.0.113.10')).toBe(400);
  });
});
