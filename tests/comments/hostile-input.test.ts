import fc from 'fast-check';
import { request } from 'node:http';
import { COMMENT, NO_LIMITS, SECRET_MAIL, sendComment, writtenComment } from '../support/comments';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

interface Sent {
  status: number;
  text: string;
}

/** A body as it is, in parts where `chunked`, so that no header has its length. */
const sendRaw = (url: string, body: string | Buffer, contentType = 'application/json', chunked = false) =>
  new Promise<Sent>((resolve, reject) => {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': contentType,
          ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes.length }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });

const nested = (levels: number, inner = '1') => `${'['.repeat(levels)}${inner}${']'.repeat(levels)}`;
const HARD = [
  '\u0000',
  '\u202E',
  '\uD800',
  '\uDFFF',
  '\u0301',
  '\u0007',
  '\uFEFF',
  '😀',
  'ქ',
  "'",
  '"',
  '\\',
  '\r\n',
];

describe('hostile comments', () => {
  let tracker: Tracker;
  let address: string;
  let commitment: string;
  const logged: string[] = [];
  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    commitment = await makeCommitment(tracker, { title: 'Attacked' });
    address = `${tracker.url}/api/commitments/${commitment}/comments`;
    jest.spyOn(tracker.strapi.log, 'error').mockImplementation(((entry: unknown) => {
      logged.push(String(entry instanceof Error ? entry.stack : entry));
      return tracker.strapi.log;
    }) as never);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await tracker.close();
  });
  afterEach(() => {
    expect(logged).toEqual([]);
  });

  it.each([false, true])('of more than 64 kB are refused with 413 (in parts: %s)', async (chunked) => {
    const body = JSON.stringify({ data: { ...writtenComment(), body: 'a'.repeat(70_000) } });
    const { status, text } = await sendRaw(address, body, 'application/json', chunked);
    expect([status, JSON.parse(text).error.details.code]).toEqual([413, 'BODY_TOO_LARGE']);
    const padded = `${JSON.stringify({ data: writtenComment() })}${' '.repeat(70_000)}`;
    expect((await sendRaw(address, padded, 'application/json', chunked)).status).toBe(413);
    expect((await sendRaw(`${address}/x/reports`, padded, 'application/json', chunked)).status).toBe(413);
  });

  it.each([
    ['broken JSON', `{"data": {"authorEmail": "${SECRET_MAIL}"`],
    ['no JSON', SECRET_MAIL],
    ['a text', '"text"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1]'],
    ['a number', '7'],
    ['bytes', Buffer.from([0xff, 0xfe, 0, 0x80])],
    ['a hundred levels', `{"data": {"body": ${nested(100)}}}`],
    ['thirty thousand levels', nested(30_000)],
    ['a prototype', '{"__proto__": {"data": {}}, "constructor": {"prototype": {}}}'],
    ['no data', '{"data": null}'],
  ])('made of %s are refused with 400', async (_what, body) => {
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ]) {
      const { status, text } = await sendRaw(address, body, type);
      expect([type, status]).toEqual([type, 400]);
      expect(text).not.toContain('secret.address');
      expect(JSON.parse(text)).toMatchObject({ data: null, error: { status: 400, name: 'ValidationError' } });
    }
  });

  it('are stored as the harmless text that is left of them', async () => {
    const stored = async (body: string) => {
      const { status, body: answer } = await sendComment(tracker, commitment, { ...writtenComment(), body });
      expect(status).toBe(201);
      const row = await tracker.strapi.db
        .query(COMMENT)
        .findOne({ where: { documentId: answer.data!.documentId } });
      return String(row.body);
    };
    expect(await stored('a\u0000b\u202Ecd')).toBe('abcd');
    expect(await stored(`half \uD83D pair`)).toBe('half \uFFFD pair');
    expect(await stored(`z${'\u0301'.repeat(3999)}`)).toHaveLength(4000 - 1);
    expect(await stored('😀'.repeat(4000))).toBe('😀'.repeat(4000));
    expect(await stored("'); DROP TABLE comments; --")).toBe("'); DROP TABLE comments; --");
  });

  it.each(['locale[0]=ka', 'locale=ka&locale=en', 'locale[x]=ka'])(
    'asked for with %s are refused, not failed',
    async (query) => {
      for (const [method, at] of [
        ['GET', address],
        ['POST', address],
        ['POST', `${address}/none/reports`],
      ] as const) {
        const body = method === 'POST' ? '{"data":{"reason":"insult"}}' : undefined;
        const headers = { 'Content-Type': 'application/json' };
        const { status } = await fetch(`${at}?${query}`, { method, headers, body });
        expect([method, at, status >= 400 && status < 500]).toEqual([method, at, true]);
      }
    },
  );

  it('of thousands of kinds are each stored or refused, and never a fault of the server', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...HARD, 'abc', ' '), { maxLength: 40 }).map((parts) => parts.join('')),
      fc.constantFrom(SECRET_MAIL, 'ab', 'ka', 'Good work'),
    );
    const value = fc.oneof(
      { weight: 4, arbitrary: text },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    );
    const good = fc.record({
      authorName: text,
      authorEmail: fc.oneof(fc.constant(SECRET_MAIL), text),
      body: text,
    });
    const any = fc.dictionary(
      fc.constantFrom(
        'authorName',
        'authorEmail',
        'body',
        'parent',
        'locale',
        'altcha',
        'wantsNotice',
        'website',
        '__proto__',
        'constructor',
        'id',
        'moderationStatus',
        'toString',
      ),
      value,
    );
    const raw = fc.oneof(
      { weight: 6, arbitrary: fc.oneof(good, any).map((data) => JSON.stringify({ data })) },
      // Escapes JSON.stringify would not make: lone surrogates and NUL as \u sequences.
      {
        weight: 2,
        arbitrary: good.map((data) =>
          JSON.stringify({ data }).replace(/a/g, '\\ud800').replace(/o/g, '\\u0000'),
        ),
      },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    );
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(raw, { minLength: 10, maxLength: 10 }), async (bodies) => {
        const answers = await Promise.all(bodies.map((body) => sendRaw(address, body)));
        for (const { status, text: answer } of answers) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          expect([status, [201, 400].includes(status)]).toEqual([status, true]);
          expect(answer).not.toContain(SECRET_MAIL);
        }
      }),
      { numRuns: 300 },
    );
    expect(statuses.get(201)).toBeGreaterThan(50);
    expect(statuses.get(400)).toBeGreaterThan(50);
    expect(({} as Record<string, unknown>).moderationStatus).toBeUndefined();
    const rows: { moderationStatus: string; official: boolean }[] = await tracker.strapi.db
      .query(COMMENT)
      .findMany({ select: ['moderationStatus', 'official'] });
    expect(rows.filter(({ moderationStatus }) => !['pending', 'spam'].includes(moderationStatus))).toEqual(
      [],
    );
    expect(rows.filter(({ official }) => official)).toEqual([]);
  }, 300_000);

  it.each(['%00', '%F0%9F%98%80', "'", 'x'.repeat(500), '__proto__'])('below %s find nothing', async (id) => {
    const below = `${tracker.url}/api/commitments/${id}/comments`;
    const { status } = await sendRaw(below, JSON.stringify({ data: writtenComment() }));
    expect([400, 404]).toContain(status);
    expect([400, 404]).toContain((await fetch(below)).status);
    expect([400, 404]).toContain(
      (await sendRaw(`${address}/${id}/reports`, JSON.stringify({ data: { reason: 'hate' } }))).status,
    );
  });
});
