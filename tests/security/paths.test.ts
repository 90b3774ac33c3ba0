import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Layer {
  readonly path: string;
  readonly methods: readonly string[];
}

interface Route {
  readonly method: string;
  readonly path: string;
}

describe('each address has one spelling', () => {
  let tracker: Tracker;

  const ask = async (method: string, target: string, headers: Record<string, string> = {}, body?: string) => {
    const answer = await rawRequest(tracker.url, { method, target, headers, body });
    return { ...answer, location: answer.headers.location, text: answer.body.toString() };
  };

  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  /** Every route there is, with something in place of its parameters, but for those of files. */
  const routes = (): Route[] =>
    (tracker.strapi.server.listRoutes() as unknown as Layer[])
      .filter(({ path, methods }) => methods.length > 0 && /[a-z]/.test(path) && !/[(*]/.test(path))
      .map(({ path, methods }) => ({ method: methods.at(-1)!, path: path.replace(/:[^/]+/g, '0') }));

  /** Other spellings of a path that Strapi's router, or the server of files, would take for it. */
  const others = (path: string): string[] => [
    path.toUpperCase(),
    path.replace(/[a-z]/, (letter) => letter.toUpperCase()),
    `/${path}`,
    `/.${path}`,
    `/x%2f..${path}`,
  ];

  it('of every route, whose other spellings are answered as an address that is none', async () => {
    expect(routes().length).toBeGreaterThan(200);
    // The panel answers each address below its own with its page.
    const unknown = new Map<string, number>();
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH']) {
      for (const area of ['', '/admin']) {
        unknown.set(`${method} ${area}`, (await ask(method, `${area}/no-such-address`)).status);
      }
    }
    const expected = (method: string, path: string) =>
      unknown.get(`${method} ${path.startsWith('/admin/') ? '/admin' : ''}`);
    const wrong: object[] = [];
    for (const { method, path } of routes()) {
      await Promise.all(
        others(path).map(async (other) => {
          const { status } = await ask(method, other);
          if (![404, 501, expected(method, other)].includes(status)) wrong.push({ method, other, status });
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect([expected('GET', '/'), expected('POST', '/')]).toEqual([404, 405]);
  });

  it('of every route, to which what means the same is redirected with its query', async () => {
    const wrong: object[] = [];
    for (const { method, path } of routes()) {
      const letter = path.search(/[a-z]/);
      const code = path.charCodeAt(letter).toString(16);
      const encoded = `${path.slice(0, letter)}%${code}${path.slice(letter + 1)}?a=%61`;
      const { status, location } = await ask(method, encoded);
      const isReading = method === 'GET' || method === 'HEAD';
      if (status !== (isReading ? 301 : 308) || location !== `${path}?a=%61`)
        wrong.push({ method, encoded, status, location });
    }
    expect(wrong).toEqual([]);
  });

  it('of every route, whose slash at the end makes no difference', async () => {
    const wrong: object[] = [];
    const seen = async (method: string, path: string) => {
      const { status, headers, text } = await ask(method, path, { accept: 'application/json' });
      const error = status >= 400 ? text.replaceAll(path, '') : '';
      return [status, headers['content-type'], headers['access-control-allow-origin'], error];
    };
    for (const { method, path } of routes().filter(({ method }) => method === 'GET')) {
      const [without, withSlash] = [await seen(method, path), await seen(method, `${path}/`)];
      if (JSON.stringify(without) !== JSON.stringify(withSlash))
        wrong.push({ method, path, without, withSlash });
    }
    expect(wrong).toEqual([]);
    const [none, withSlash] = ['/api/commitments?overdue=x', '/api/commitments/?overdue=x'];
    expect((await ask('GET', none)).text).toBe((await ask('GET', withSlash)).text);
  });

  it.each([
    ['GET', '/%75ploads/x.html', 301, '/uploads/x.html'],
    ['GET', '/admin/', 200, undefined],
    ['GET', '/commitments/', 301, '/commitments'],
  ])('%s %s is answered with %i, %s', async (method, target, status, location) => {
    const answer = await ask(method, target);
    expect([answer.status, answer.location]).toEqual([status, location]);
  });

  it.each([
    '/%2e/uploads/x.html',
    '/.//uploads/x.html',
    '/UPLOADS/x.html',
    '/uploads%2fx.html',
    '/\\uploads/x.html',
    '//evil.example/',
    '//evil.example/%61',
    '/%ff',
    '/%zz',
  ])('%s is none, whatever is there', async (target) => {
    const { status, location, text } = await ask('GET', target, { accept: 'application/json' });
    expect([status, location]).toEqual([404, undefined]);
    expect(JSON.parse(text)).toMatchObject({ data: null, error: { status: 404, name: 'NotFoundError' } });
    const page = await ask('GET', target, { accept: 'text/html' });
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it('so that no other gets past what forms, locales, characters and origins are held to', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://else.example' };
    const large = JSON.stringify({ data: { body: 'a'.repeat(70_000) } });
    const form = '/api/commitments/x/comments';
    expect((await ask('POST', form, headers, large)).status).toBe(413);
    for (const other of [
      '/API/commitments/x/comments',
      '/api/commitments/x/Comments',
      '/api//commitments/x/comments',
    ])
      expect((await ask('POST', other, headers, large)).status).toBeGreaterThanOrEqual(404);
    for (const query of ['locale=xx', 'filters[code]=%00', 'filters[constructor]=1']) {
      expect((await ask('GET', `/api/commitments?${query}`)).status).toBe(400);
      expect((await ask('GET', `/API/commitments?${query}`)).status).not.toBe(200);
    }
  });
});
