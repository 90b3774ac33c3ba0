import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { adminToken, createFullAccessToken } from '../support/accounts';
import { uploadsFolder } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';
import {
  compoundFile,
  HTML,
  officeDocument,
  openDocument,
  PDF,
  picture,
  promisingPng,
  sample,
  SCRIPT,
  SVG,
  zipOf,
  type Sample,
} from '../support/upload-samples';

interface Stored {
  id: number;
  mime: string;
  ext: string;
  url: string;
}

interface Answer {
  status: number;
  stored: Stored[];
  error?: {
    message: string;
    details: { code: string; errors: { path: unknown[]; file: string; messages: Record<string, string> }[] };
  };
}

const MAX_MB = 1;
const WORD = 'openxmlformats-officedocument.wordprocessingml.document';

let tracker: Tracker;
let admin: string;
let token: string;
/** A picture in the library. */
let photo: Stored;
const before = new Set(readdirSync(uploadsFolder()));

const storedFiles = (): string[] => readdirSync(uploadsFolder()).filter((name) => !before.has(name));
const storedRows = (): Promise<number> => tracker.strapi.db.query('plugin::upload.file').count();

async function send(address: string, samples: readonly Sample[], language = 'en', field = 'files') {
  const bearer = address.startsWith('/api/') ? token : admin;
  let request = tracker.request
    .post(address)
    .set('Authorization', `Bearer ${bearer}`)
    .set('Accept-Language', language);
  for (const { name, type, content } of samples) {
    request = request.attach(field, content, { filename: name, contentType: type });
  }
  const { status, body } = await request;
  return { status, error: body.error, stored: [body].flat() } as Answer;
}

beforeAll(async () => {
  tracker = await bootTracker({ env: { UPLOAD_MAX_MB: String(MAX_MB) } });
  admin = await adminToken(tracker);
  token = await createFullAccessToken(tracker);
  const { stored } = await send('/upload', [sample('photo.png', await picture('png'))]);
  photo = stored[0]!;
});
afterAll(async () => {
  for (const name of storedFiles()) rmSync(path.join(uploadsFolder(), name));
  await tracker.close();
});

const TAKEN: [name: string, mime: string, content: () => Promise<Buffer> | Buffer | string][] = [
  ['a.png', 'image/png', () => picture('png')],
  ['a.JPG', 'image/jpeg', () => picture('jpeg')],
  ['a.gif', 'image/gif', () => picture('gif')],
  ['a.webp', 'image/webp', () => picture('webp')],
  ['a.avif', 'image/avif', () => picture('avif')],
  ['a.tiff', 'image/tiff', () => picture('tiff')],
  ['a.pdf', 'application/pdf', () => PDF],
  ['a.docx', `application/vnd.${WORD}`, () => officeDocument(WORD)],
  ['a.odt', 'application/vnd.oasis.opendocument.text', () => openDocument('text')],
  ['a.doc', 'application/msword', compoundFile],
  ['a.xls', 'application/vnd.ms-excel', compoundFile],
  ['a.csv', 'text/csv', () => '\ufeffკოდი;ვადა\r\n1.1;2027'],
  ['a.txt', 'text/plain', () => Buffer.from('\ufeffUTF-16, როგორც Excel წერს', 'utf16le')],
  ['a.zip', 'application/zip', () => zipOf({ 'a.txt': 'a' })],
];

it.each(TAKEN)('%s is stored as %s, whatever its sender says it is', async (name, mime, content) => {
  const answer = await send('/upload', [sample(name, await content(), 'text/html')]);
  expect(answer).toMatchObject({ status: 201, stored: [{ mime, ext: path.extname(name) }] });
});

const REFUSED: [why: string, code: string, file: () => Promise<Sample> | Sample][] = [
  ['HTML', 'FILE_TYPE_NOT_ALLOWED', () => sample('page.html', HTML, 'text/html')],
  [
    'HTML that is said to be a picture',
    'FILE_TYPE_NOT_ALLOWED',
    () => sample('page.html', HTML, 'image/png'),
  ],
  ['SVG', 'FILE_TYPE_NOT_ALLOWED', () => sample('logo.svg', SVG, 'image/svg+xml')],
  ['a script', 'FILE_TYPE_NOT_ALLOWED', () => sample('script.js', SCRIPT, 'text/javascript')],
  ['XHTML', 'FILE_TYPE_NOT_ALLOWED', () => sample('page.XHTML', HTML, 'application/xhtml+xml')],
  ['macros', 'FILE_TYPE_NOT_ALLOWED', async () => sample('a.docm', await officeDocument(WORD))],
  ['a picture called HTML', 'FILE_TYPE_NOT_ALLOWED', async () => sample('a.html', await picture('png'))],
  ['HTML called a picture', 'FILE_CONTENT_DIFFERS', () => sample('page.png', HTML, 'image/png')],
  ['SVG called a picture', 'FILE_CONTENT_DIFFERS', () => sample('logo.png', SVG, 'image/png')],
  ['HTML called a text', 'FILE_CONTENT_DIFFERS', () => sample('page.txt', HTML, 'text/plain')],
  ['HTML called a table', 'FILE_CONTENT_DIFFERS', () => sample('page.csv', `\n${HTML}`, 'text/csv')],
  ['HTML called a PDF', 'FILE_CONTENT_DIFFERS', () => sample('page.pdf', HTML, 'application/pdf')],
  ['a picture of another format', 'FILE_CONTENT_DIFFERS', async () => sample('a.png', await picture('gif'))],
  [
    'a zip file called a document',
    'FILE_CONTENT_DIFFERS',
    async () => sample('a.docx', await zipOf({ a: 'a' })),
  ],
  [
    'a program called a zip file',
    'FILE_CONTENT_DIFFERS',
    async () => sample('a.zip', await zipOf({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' })),
  ],
  [
    'macros called a document',
    'FILE_CONTENT_DIFFERS',
    async () => sample('a.docx', await officeDocument('ms-word.document.macroEnabled')),
  ],
  ['no ending', 'FILE_WITHOUT_ENDING', () => sample('evidence', 'a;b', 'text/csv')],
  ['more pixels than are processed', 'IMAGE_TOO_LARGE', () => sample('a.png', promisingPng(20_000, 20_000))],
  [
    'half a picture',
    'IMAGE_UNREADABLE',
    async () => sample('a.webp', (await picture('webp')).subarray(0, 24)),
  ],
];

it.each(REFUSED)('%s is refused: %s', async (_, code, file) => {
  const rows = await storedRows();
  const files = storedFiles();
  const one = await file();
  const answer = await send('/upload', [one]);
  expect(answer.status).toBe(400);
  expect(answer.error?.details).toMatchObject({
    code,
    errors: [
      {
        path: ['files', 0],
        file: one.name,
        messages: { en: expect.stringContaining(one.name), ka: expect.stringMatching(/[ა-ჰ]{3}/) },
      },
    ],
  });
  expect(answer.error?.message).toBe(answer.error?.details.errors[0]?.messages.en);
  expect([await storedRows(), storedFiles()]).toEqual([rows, files]);
});

it.each([
  ['the panel', () => '/upload'],
  ["the panel's address for one file", () => '/upload/files'],
  ["the panel's replacement", () => `/upload?id=${photo.id}`],
  ["the panel's address for replacements", () => `/upload/files/${photo.id}/replace`],
  ['the content API', () => '/api/upload'],
  ['its replacement', () => `/api/upload?id=${photo.id}`],
])('all of it holds for %s', async (_, address) => {
  const stored = storedFiles();
  for (const name of ['page.html', 'page.png']) {
    const answer = await send(address(), [sample(name, HTML, 'image/png')], 'ka');
    expect([name, answer.status]).toEqual([name, 400]);
    expect(answer.error?.message).toMatch(new RegExp(`${name}.*[ა-ჰ]{3}`));
  }
  const large = await send(address(), [sample('a.png', Buffer.alloc(MAX_MB * 1024 * 1024 + 1))]);
  expect(large).toMatchObject({ status: 413, error: { details: { code: 'FILE_TOO_LARGE' } } });
  expect(storedFiles()).toEqual(stored);
});

it('a replacement has the type of the former file, which its address has', async () => {
  const by = async (name: string, content: Buffer | string) =>
    send(`/upload?id=${photo.id}`, [sample(name, content)]);
  expect(await by('b.jpg', await picture('jpeg'))).toMatchObject({
    status: 400,
    error: { details: { code: 'REPLACEMENT_DIFFERS' } },
  });
  expect(await by('b.png', await picture('png', 5, 5))).toMatchObject({
    status: 200,
    stored: [{ ext: '.png' }],
  });
});

it('one refused file keeps all of its request out', async () => {
  const rows = await storedRows();
  const answer = await send('/upload', [
    sample('good.txt', 'good'),
    sample('page.html', HTML),
    sample('logo.svg', SVG),
  ]);
  expect(answer.status).toBe(400);
  expect(answer.error?.details.errors.map(({ path: place }) => place)).toEqual([
    ['files', 1],
    ['files', 2],
  ]);
  expect(await storedRows()).toBe(rows);
});

it('files of other sites are looked into as well', async () => {
  const rows = await storedRows();
  const contents: Record<string, Buffer | string> = {
    'page.html': HTML,
    'page.png': HTML,
    image: await picture('png'),
  };
  const fetched = jest.spyOn(tracker.strapi, 'fetch').mockImplementation((url) => {
    const content = contents[path.basename(String(url))]!;
    const answer = new Response(new Uint8Array(Buffer.from(content)));
    return Promise.resolve(Object.defineProperty(answer, 'url', { value: String(url) }));
  });
  const { text } = await tracker.request
    .post('/upload/actions/upload-from-urls')
    .set('Authorization', `Bearer ${admin}`)
    .send({ urls: Object.keys(contents).map((name) => `http://192.0.2.1/${name}`) });
  fetched.mockRestore();
  expect(text.match(/event: file:error/g)).toHaveLength(2);
  expect(text).toContain('files that end in .html are not accepted');
  // A name without an ending gets that of its content.
  expect(text).toMatch(/event: file:complete\ndata: .*"ext":"\.png"/);
  expect(await storedRows()).toBe(rows + 1);
});

it.each(['menuLogo', 'authLogo'])('the panel takes pictures only as its %s', async (field) => {
  const stored = storedFiles();
  for (const [name, content] of [
    ['logo.svg', SVG],
    ['logo.html', HTML],
    ['logo.png', SVG],
    ['logo.pdf', PDF],
  ] as const) {
    const answer = await send('/admin/project-settings', [sample(name, content, 'image/png')], 'en', field);
    expect([name, answer.status, answer.error?.details.errors[0]?.path]).toEqual([name, 400, [field, 0]]);
  }
  expect(storedFiles()).toEqual(stored);
  const taken = await send(
    '/admin/project-settings',
    [sample('logo.png', await picture('png'), 'image/png')],
    'en',
    field,
  );
  expect(taken.status).toBe(200);
});
