import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { adminToken, createFullAccessToken } from '../support/accounts';
import { hostProcess } from '../support/host';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

const MEGABYTE = 1024 * 1024;
const BOUNDARY = 'limit';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const part = (name: string, content: string | Buffer) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\n` +
  `Content-Type: text/plain\r\n\r\n${content.toString()}\r\n`;
const form = (...parts: string[]) => `${parts.join('')}--${BOUNDARY}--\r\n`;

const SECRET = 'secret-word';
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

let tracker: Tracker;
let token: string;
let admin: string;

beforeAll(async () => {
  tracker = await bootTracker({ env: { UPLOAD_MAX_MB: '1' } });
  token = await createFullAccessToken(tracker);
  admin = await adminToken(tracker);
});
afterAll(() => tracker.close());
afterEach(() => jest.restoreAllMocks());

interface Sent {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bearer?: string;
}

const send = async (path: string, body: string | Buffer, { type, headers = {}, bearer }: Sent) => {
  const answer = await rawRequest(`${tracker.url}${path}`, {
    method: 'POST',
    headers: {
      accept: JSON_TYPE,
      'content-type': type,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body,
  });
  const text = answer.body.toString();
  const { error } = JSON.parse(text) as {
    error?: { status: number; name: string; message: string; details: Details };
  };
  return { status: answer.status, code: error?.details?.code, error, text };
};
interface Details {
  code?: string;
  errors?: { messages: { en: string; ka: string } }[];
}

/** What is written to the log meanwhile, by level. */
function watchLog() {
  const { log } = tracker.strapi;
  return {
    faults: [jest.spyOn(log, 'error'), jest.spyOn(log, 'warn')],
    http: jest.spyOn(log, 'http'),
  };
}

/** Files of forms that lie on the disk, as the reader of forms calls them. */
const keptFiles = () => readdirSync(hostProcess().env.TMPDIR!).filter((name) => /^[a-z0-9]{25}$/.test(name));

/** Waits until none of them is left. */
async function noneIsKept(): Promise<void> {
  for (const end = Date.now() + 5_000; keptFiles().length > 0 && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(keptFiles()).toEqual([]);
}

/** Addresses that take a body: of the content API, of the panel, of the engine, and one that is none. */
const ADDRESSES = [
  '/api/accountability/transitions',
  '/api/parent-links/moves',
  '/api/partners',
  '/admin/login',
  '/content-manager/collection-types/api::partner.partner',
  '/accountability/transitions',
  '/api/no-such-address',
];

const BODIES: [what: string, status: number, code: string, body: string | Buffer, sent: Sent][] = [
  ['broken JSON', 400, 'NOT_JSON', `{"a": "${SECRET}"`, { type: JSON_TYPE }],
  ['a text as JSON', 400, 'NOT_JSON', `"${SECRET}"`, { type: JSON_TYPE }],
  ['too much JSON', 413, 'BODY_TOO_LARGE', `{"a": "${SECRET}${'a'.repeat(MEGABYTE)}"}`, { type: JSON_TYPE }],
  ['too long a form', 413, 'BODY_TOO_LARGE', `a=${SECRET}${'a'.repeat(60_000)}`, { type: FORM_TYPE }],
  ['too long a text', 413, 'BODY_TOO_LARGE', SECRET.repeat(6_000), { type: 'text/plain' }],
  [
    'much in little',
    413,
    'BODY_TOO_LARGE',
    gzipSync(`{"a": "${'a'.repeat(2 * MEGABYTE)}"}`),
    { type: JSON_TYPE, headers: { 'content-encoding': 'gzip' } },
  ],
  [
    'what is packed as it does not say',
    400,
    'BODY_UNREADABLE',
    `{"a": "${SECRET}"}`,
    { type: JSON_TYPE, headers: { 'content-encoding': 'gzip' } },
  ],
  [
    'what is packed unknown',
    415,
    'BODY_ENCODING_UNKNOWN',
    `{"a": "${SECRET}"}`,
    { type: JSON_TYPE, headers: { 'content-encoding': 'zstd' } },
  ],
  ['a form with files', 415, 'MULTIPART_NOT_HERE', form(part('files', SECRET)), { type: MULTIPART }],
  ['a form of mixed parts', 415, 'MULTIPART_NOT_HERE', SECRET, { type: 'multipart/mixed; boundary=b' }],
];

describe.each(BODIES)('%s', (_what, status, code, body, sent) => {
  it(`is answered with ${status} ${code} at every address, by one line in the log and without the parser's words`, async () => {
    for (const address of ADDRESSES) {
      const log = watchLog();
      const bearer = address.startsWith('/api/') ? token : admin;
      const answer = await send(address, body, { ...sent, bearer });
      expect([address, answer.status, answer.code]).toEqual([address, status, code]);
      expect(answer.error).toMatchObject({ status, name: expect.stringMatching(/Error$/) });
      expect(answer.text).not.toMatch(
        /secret|Unexpected|SyntaxError|entity|formidable|incorrect header|bourne/i,
      );
      const [entry] = answer.error!.details.errors!;
      expect(entry!.messages.ka).toMatch(/[ა-ჰ]{3}/);
      expect(answer.error!.message).toBe(entry!.messages.en);
      expect(log.faults.flatMap(({ mock }) => mock.calls)).toEqual([]);
      expect(log.http.mock.calls).toEqual([[expect.stringMatching(new RegExp(`^POST \\S+ .* ${status}$`))]]);
      jest.restoreAllMocks();
    }
    expect(keptFiles()).toEqual([]);
  });
});

it('a refusal says how much is taken, and answers in the language of whoever asks', async () => {
  const headers = { 'accept-language': 'ka' };
  const large = await send('/api/partners', 'a'.repeat(60_000), { type: FORM_TYPE, headers });
  expect(large.error!.message).toMatch(/დასაშვებ ზომას: 56 kB/);
});

it('a form with files for open data is refused as a problem', async () => {
  const answer = await rawRequest(`${tracker.url}/api/open-data/all.zip`, {
    method: 'POST',
    headers: { 'content-type': MULTIPART },
    body: form(part('files', 'a')),
  });
  expect(answer.status).toBe(415);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
});

it.each([
  ['broken JSON', 400, `{"a": "${SECRET}"`],
  ['more than 64 kB', 413, `{"a": "${SECRET.repeat(7_000)}"}`],
])('a form of visitors leaves one line in the log for %s', async (_what, status, body) => {
  for (const address of ['/api/commitments/x/comments', '/api/commitments/x/comments/y/reports']) {
    const log = watchLog();
    const answer = await send(address, body, { type: JSON_TYPE });
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(SECRET);
    expect(log.faults.flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(log.http).toHaveBeenCalledTimes(1);
    jest.restoreAllMocks();
  }
});

describe('a form with files at an address of uploads', () => {
  const upload = (body: string, more: Partial<Sent> = {}, path = '/upload') =>
    send(path, body, { type: MULTIPART, bearer: path.startsWith('/api') ? token : admin, ...more });

  it.each(['/upload', '/api/upload'])('is taken, and leaves nothing behind: %s', async (path) => {
    const answer = await upload(form(part('files', 'harmless text')), {}, path);
    expect(answer.status).toBe(201);
    expect(keptFiles()).toEqual([]);
  });

  it.each([
    ['without a login', { bearer: undefined }, 'files', 401],
    ['with a token nobody has', { bearer: 'none' }, 'files', 401],
    ['under a name nobody asks for', {}, 'other', 400],
  ])('leaves nothing behind %s', async (_how, more, name, status) => {
    expect((await upload(form(part(name, 'a'), part('x', 'b')), more)).status).toBe(status);
    expect(keptFiles()).toEqual([]);
  });

  it.each([
    ['says its length', {}],
    ['does not say its length', { 'transfer-encoding': 'chunked' }],
  ])('of too many bytes is refused, where it %s', async (_how, headers: Record<string, string>) => {
    const log = watchLog();
    const answer = await upload(form(part('files', 'a'.repeat(2 * MEGABYTE + 1))), { headers });
    expect([answer.status, answer.code]).toEqual([413, 'FILES_TOO_LARGE']);
    expect(answer.error!.message).toContain('2 MB');
    expect(log.faults.flatMap(({ mock }) => mock.calls)).toEqual([]);
    await noneIsKept();
  });

  it('that says it is too large is not read: nothing of it reaches the disk', async () => {
    const begun = jest.spyOn(tracker.strapi.plugin('upload').service('upload'), 'upload');
    const answer = await upload(form(part('files', 'a'.repeat(2 * MEGABYTE + 1))));
    expect(answer.status).toBe(413);
    expect(begun).not.toHaveBeenCalled();
    expect(keptFiles()).toEqual([]);
  });

  it('of too many files is refused', async () => {
    const answer = await upload(form(...Array.from({ length: 101 }, () => part('files', 'a'))));
    expect([answer.status, answer.code]).toEqual([413, 'TOO_MANY_FILES']);
    await noneIsKept();
  });

  it.each([
    ['without a boundary', 'x', 'multipart/form-data'],
    ['with another boundary', form(part('files', 'a')), 'multipart/form-data; boundary=other'],
    [
      'packed unknown',
      form(part('files', 'a').replace('\r\n\r\n', '\r\nContent-Transfer-Encoding: x\r\n\r\n')),
      MULTIPART,
    ],
  ])('%s cannot be read', async (_how, body, type) => {
    const log = watchLog();
    const answer = await upload(body, { type });
    expect([answer.status, answer.code]).toEqual([400, 'BODY_UNREADABLE']);
    expect(log.faults.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});
