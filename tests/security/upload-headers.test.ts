import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { uploadsFolder } from '../support/processes';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';
import { HTML, PDF, picture, SCRIPT, SVG } from '../support/upload-samples';

/** Files that lie there already, whoever put them there: nothing has looked into them. */
const FILES: Record<string, Buffer | string> = {
  'there.html': HTML,
  'there.HTM': HTML,
  'there.xhtml': HTML,
  'there.svg': SVG,
  'there.xml': SVG,
  'there.js': SCRIPT,
  'there.mjs': SCRIPT,
  'there.css': 'a { color: red }',
  'there.csv': 'a;b',
  'there.txt': HTML,
  'there.zip': 'PK',
  'there.docx': 'PK',
  'there.pdf': PDF,
  bare: HTML,
  'there.unknown': HTML,
  'there/index.html': HTML,
};
const SHOWN = ['there.png', 'there.pdf'];

let tracker: Tracker;

const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  rawRequest(`${tracker.url}${address}`, { method, headers });
const deliveryHeaders = (headers: Record<string, unknown>) => [
  headers['content-security-policy'],
  headers['x-content-type-options'],
];
const SAFE = ["sandbox; default-src 'none'", 'nosniff'];

beforeAll(async () => {
  FILES['there.png'] = await picture('png');
  tracker = await bootTracker();
  for (const [name, content] of Object.entries(FILES)) {
    const file = path.join(uploadsFolder(), 'headers', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
});
afterAll(async () => {
  rmSync(path.join(uploadsFolder(), 'headers'), { recursive: true });
  await tracker.close();
});

describe('pages of other origins', () => {
  const origin = { origin: 'https://frontend.example' };

  it.each([
    ['whole', 'GET', {}, 200],
    ['by its headers', 'HEAD', {}, 200],
    ['in parts', 'GET', { range: 'bytes=0-1' }, 206],
    ['unless there is none', 'GET', {}, 404],
  ])('read a file %s, without cookies', async (which, method, sent, expected) => {
    const file = expected === 404 ? 'not-there.png' : 'there.png';
    const { status, headers } = await ask(`/uploads/headers/${file}`, { ...origin, ...sent }, method);
    expect([status, headers['access-control-allow-origin']]).toEqual([expected, '*']);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['access-control-expose-headers']).toContain('Content-Range');
  });

  it('may ask with a range, and may not write', async () => {
    const { status, headers } = await ask(
      '/uploads/headers/there.png',
      { ...origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'range' },
      'OPTIONS',
    );
    expect([status, headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect(headers['access-control-allow-methods']).toBe('GET,HEAD');
    expect(headers['access-control-allow-headers']).toBe('range');
  });

  it('read nothing else than the API and its files', async () => {
    for (const address of ['/', '/admin', '/site/site.css']) {
      const { headers } = await ask(address, origin);
      expect([address, headers['access-control-allow-origin']]).toEqual([address, undefined]);
    }
  });
});

it.each([...Object.keys(FILES), 'there.png', 'there/'])(
  '%s is sent so that nothing in it runs, whole and in parts',
  async (name) => {
    const address = `/uploads/headers/${name}`;
    const answers = [
      await ask(address),
      await ask(address, {}, 'HEAD'),
      await ask(address, { range: 'bytes=0-1' }),
      await ask(address, { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 206, expect.any(Number)]);
    for (const { headers } of answers) {
      expect(deliveryHeaders(headers)).toEqual(SAFE);
      expect(headers['content-disposition']).toBe(SHOWN.includes(name) ? undefined : 'attachment');
    }
  },
);

it('what pages could run by its name alone has the type of no script and no style', async () => {
  for (const name of ['there.html', 'there.js', 'there.mjs', 'there.css', 'there.xml', 'there/']) {
    const { headers } = await ask(`/uploads/headers/${name}`);
    expect([name, headers['content-type']]).toEqual([name, 'application/octet-stream']);
  }
  for (const [name, type] of [
    ['there.svg', 'image/svg+xml'],
    ['there.png', 'image/png'],
    ['there.csv', 'text/csv; charset=utf-8'],
  ] as const) {
    expect((await ask(`/uploads/headers/${name}`)).headers['content-type']).toBe(type);
  }
});

// Strapi's second route for static files finds some of them, where nothing precedes it.
it('other spellings of the address find no file, or the same headers', async () => {
  const spellings = [
    '%75ploads/',
    'UPLOADS/',
    'uploads%2f',
    'Uploads/',
    'x%2f..%2fuploads/',
    '%2e%2fuploads/',
  ];
  for (const spelling of spellings) {
    const { status, headers } = await ask(`/${spelling}headers/there.html`);
    if (status < 400) {
      expect([spelling, ...deliveryHeaders(headers), headers['content-disposition']]).toEqual([
        spelling,
        ...SAFE,
        'attachment',
      ]);
    } else
      expect([spelling, headers['content-type']]).toEqual([
        spelling,
        expect.stringMatching(/json|plain|html/),
      ]);
  }
});

it('a file that is not there gets the answer of any address', async () => {
  const { status, headers, body } = await ask('/uploads/headers/none.html', { accept: 'text/html' });
  expect(status).toBe(404);
  expect(headers['content-disposition']).toBeUndefined();
  expect(body.toString()).toContain('<html');
});

it('other static files and pages keep their own headers', async () => {
  for (const address of ['/', '/site/none', '/commitments', '/admin']) {
    expect((await ask(address)).headers['content-security-policy']).not.toBe(SAFE[0]);
  }
});
