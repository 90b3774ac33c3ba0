import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { datasets } from '../../src/accountability/datasets';
import { registeredRoutes } from '../support/secrets/registered-routes';
import { bootTracker, type Tracker } from '../support/tracker';

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name?: string; readonly $ref?: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly $ref?: string }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
const PREFIX = '/api';

/** The addresses of a route of the router, as the description writes them. */
function describedAs(route: string): string[] {
  if (route === '/open-data/:file') return datasets.map(({ name }) => `/open-data/${name}.{format}`);
  return [route.replace('releases/:file', 'releases/{version}.zip').replace(':dataset', '{dataset}')];
}

describe('the description of the API', () => {
  let tracker: Tracker;
  const describedIn = async (language: string) => {
    const response = await fetch(`${tracker.url}/api/open-data/openapi.json?locale=${language}`);
    return (await response.json()) as Description;
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  });
  afterAll(() => tracker.close());

  it.each(['ka', 'en'])(
    'has every public address of open data the application answers at (%s)',
    async (language) => {
      const wanted = registeredRoutes(tracker.strapi)
        .filter(({ method, path }) => method === 'GET' && path.startsWith(`${PREFIX}/open-data`))
        .flatMap(({ path }) => describedAs(path.slice(PREFIX.length)));
      expect(wanted.length).toBeGreaterThan(datasets.length + 15);
      const { paths } = await describedIn(language);
      const described = Object.keys(paths).filter((path) => path.startsWith('/open-data'));
      expect(described.sort()).toEqual([...new Set(wanted)].sort());
    },
  );

  it('has the moves from one parent to another, as the application describes them', async () => {
    for (const language of ['ka', 'en']) {
      const { post } = (await describedIn(language)).paths['/parent-links/moves']!;
      expect(Object.keys(post!.responses)).toEqual(['200', '400', '401', '403', '404', '409', '413', '415']);
      expect(post!.summary).toMatch(language === 'ka' ? /[ა-ჰ]/ : /[a-z]/);
    }
  });

  it('has every public address of comments, with the refusals the documentation names', async () => {
    const { paths } = await describedIn('en');
    const wanted = registeredRoutes(tracker.strapi)
      .filter(
        ({ method, path }) => method !== 'HEAD' && /^\/api\/(commitments\/.*\/)?comments(\/|$)/.test(path),
      )
      .map(({ method, path }) => `${method} ${path.slice(PREFIX.length).replace(/:(\w+)/g, '{$1}')}`);
    expect(wanted.length).toBeGreaterThan(6);
    const described = Object.entries(paths)
      .filter(([path]) => /\/comments(\/|$)/.test(path))
      .flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
      );
    expect(described.sort()).toEqual([...new Set(wanted)].sort());

    const text = await readFile(path.resolve(__dirname, '../../docs/comments.md'), 'utf8');
    const named = [...text.matchAll(/^\| (\d{3}) +\|/gm)].map(([, status]) => status!);
    expect(named).toContain('429');
    const { responses } = paths['/commitments/{documentId}/comments']!.post!;
    expect(Object.keys(responses).sort()).toEqual(['201', ...named].sort());
    const unknown = await fetch(`${tracker.url}/api/commitments/nothing/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: {} }),
    });
    expect(responses[unknown.status]?.$ref).toBe('#/components/responses/comment-refused');
  });

  it('names the media type each address answers with, its refusals, and the parameters it takes', async () => {
    const { paths } = await describedIn('en');
    for (const [path, { get }] of Object.entries(paths)) {
      if (!path.startsWith('/open-data') || path.includes('{') || !get) continue;
      const response = await fetch(`${tracker.url}/api${path}`);
      await response.arrayBuffer();
      const mediaType = response.headers.get('content-type')!.split(';')[0]!;
      expect([path, Object.keys(get.responses[200]!.content!)]).toEqual([path, [mediaType]]);
      const names = get.parameters?.map(({ name, $ref }) => name ?? $ref!.split('-').at(-1)) ?? [];
      const refused = await fetch(`${tracker.url}/api${path}?locale=fr&nonsense=1`);
      const { errors } = (await refused.json()) as { errors?: { parameter: string }[] };
      expect([path, get.responses[refused.status]?.$ref]).toEqual([path, '#/components/responses/problem']);
      const unknown = errors?.map(({ parameter }) => parameter) ?? [];
      expect([path, unknown]).toEqual([path, expect.arrayContaining(['nonsense', 'locale'])]);
      const known = await fetch(`${tracker.url}/api${path}?locale=en`);
      await known.arrayBuffer();
      expect([path, known.status]).toEqual([path, names.includes('locale') ? 200 : 400]);
    }
  });
});
