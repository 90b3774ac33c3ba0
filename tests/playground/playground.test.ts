import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import supertest from 'supertest';
import { launchBrowser } from '../support/browser';
import { solved } from '../support/comments';
import { createDatabase, type FreshDatabase } from '../support/databases';
import type { Database } from '../support/host';
import { csv, importBy } from '../support/imports';
import { jsonRequest } from '../support/json-request';
import { ROOT } from '../support/processes';
import { startServer, type ServerProcess } from '../support/server-process';
import { buildLibrary, importWithService, installedVersions, installLibrary, type Library } from './library';

const MINUTES = 60_000;
const ADMIN = { email: 'librarian@example.org', password: 'Aa1-of-the-library' };
const SCREENSHOTS = path.join(ROOT, '.tmp', 'screenshots');

let library: Library;
beforeAll(async () => {
  library = await installLibrary();
  await buildLibrary(library);
}, 20 * MINUTES);
afterAll(() => library?.remove());

describe('the packed plugin', () => {
  it('holds what it runs on and what is read about it, no sources and no tests', () => {
    const unexpected = library.packed.filter(
      (file) =>
        !/^(dist\/.+\.(js|mjs|json|d\.ts)|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(file) ||
        /\.test\.|tsbuildinfo/.test(file),
    );
    expect(unexpected).toEqual([]);
    expect(library.packed).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE']));
  });

  it.each(['@strapi/utils', '@strapi/design-system', 'react', 'styled-components'])(
    'brings no second %s along',
    async (name) => {
      expect(await installedVersions(library, name)).toHaveLength(1);
    },
  );
});

describe.each<Database>(['sqlite', 'postgres'])('a library on %s', (database) => {
  let fresh: FreshDatabase;
  let server: ServerProcess;
  let token: string;
  let browser: Browser | undefined;
  let book: string;

  const request = <Body>(address: string, body?: unknown, bearer?: string) =>
    jsonRequest<Body>(`${server.url}${address}`, { body, token: bearer });
  const panel = async <Body = { data: { documentId: string } }>(address: string, body?: unknown) => {
    const answer = await request<Body>(address, body, token);
    expect([address, answer.status < 300 || answer.body]).toEqual([address, true]);
    return answer.body;
  };
  const publish = async (uid: string, data: object, id = '', query = '') => {
    const { data: written } = await panel(
      `/content-manager/collection-types/${uid}/${id ? `${id}/` : ''}actions/publish${query}`,
      data,
    );
    return written.documentId;
  };
  const move = (contentType: string, documentId: string, workflow: string, transition: string) =>
    panel('/accountability/transitions', { contentType, documentId, workflow, transition });

  beforeAll(async () => {
    fresh = await createDatabase(database);
    server = await startServer(
      { ...fresh.env, NODE_ENV: 'production', STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'en' },
      library.root,
    );
    await server.ready();
    const { body } = await request<{ data: { token: string } }>('/admin/register-admin', {
      ...ADMIN,
      firstname: 'Libra',
      lastname: 'Rian',
    });
    token = body.data.token;
    await panel('/i18n/locales', { code: 'fr', name: 'Français', isDefault: false });
    const author = await publish('api::author.author', { name: 'Mary Shelley' });
    book = await publish('api::book.book', {
      title: 'Frankenstein; or, The Modern Prometheus',
      shelf: 'local-history',
      authors: { connect: [{ documentId: author }] },
    });
    await publish('api::book.book', { title: 'Frankenstein ou le Prométhée moderne' }, book, '?locale=fr');
  }, 3 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await server?.kill();
    await fresh?.drop();
  });

  it('starts without a warning about the plugin', () => {
    expect(server.output()).not.toMatch(/error:/);
    expect(server.output().match(/\bwarn: .*/g) ?? []).toEqual([
      expect.stringContaining('no publisher is set; catalogues will name none'),
    ]);
  });

  it('takes a code of the declared vocabulary that the schema does not have', async () => {
    const { data } = await panel<{ data: { shelf: string } }>(
      `/content-manager/collection-types/api::book.book/${book}?status=published`,
    );
    expect(data.shelf).toBe('local-history');
  });

  it('moves a status and shows it in the history', async () => {
    await move('api::book.book', book, 'lending', 'receive');
    const { body } = await request<{ data: { to: { code: string; label: string } }[] }>(
      `/api/books/${book}/status-history?locale=fr`,
    );
    expect(body.data.map(({ to }) => to)).toEqual([
      expect.objectContaining({ code: 'available', label: 'Disponible' }),
    ]);
  });

  it('exports CSV and XLSX in both languages', async () => {
    const csv = await (await fetch(`${server.url}/api/open-data/books.csv`)).text();
    expect(
      csv
        .replace(/^\uFEFF/, '')
        .trim()
        .split('\r\n'),
    ).toEqual([
      'book_id,title_en,title_fr,lending_status,author_ids',
      expect.stringMatching(
        new RegExp(
          `^${book},"?Frankenstein; or, The Modern Prometheus"?,Frankenstein ou le Prométhée moderne,available,[a-z0-9]{24}$`,
        ),
      ),
    ]);
    const xlsx = await fetch(`${server.url}/api/open-data/authors.xlsx`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it("gives comments no addresses of Strapi's own", async () => {
    for (const address of ['/api/comments', '/api/comments/1?populate=*']) {
      expect([address, (await request(address)).status]).toEqual([address, 404]);
    }
  });

  it('takes a comment by a solved challenge, and shows it once approved', async () => {
    const { body: challenge } = await request<Parameters<typeof solved>[0]>('/api/comments/challenge');
    const comment = { authorName: 'Percy', authorEmail: 'percy@example.org', body: 'A fine book.' };
    const sent = await request<{ data: { documentId: string } }>(`/api/books/${book}/comments`, {
      data: { ...comment, altcha: await solved(challenge) },
    });
    expect(sent.status).toBe(201);
    const shown = async () =>
      (await request<{ data: { body: string; agency: null }[] }>(`/api/books/${book}/comments`)).body.data;
    expect(await shown()).toEqual([]);
    await move('api::comment.comment', sent.body.data.documentId, 'moderation', 'approve');
    expect(await shown()).toEqual([expect.objectContaining({ body: comment.body, agency: null })]);
    // Private attributes of comments are the plugin's to add: no address gives them.
    expect(JSON.stringify(await shown())).not.toContain(comment.authorEmail);

    await panel(`/accountability/moderation/comments/${sent.body.data.documentId}/answers`, {
      body: 'So we think.',
      language: 'fr',
    });
    const [thread] = (await request<{ data: { replies: object[] }[] }>(`/api/books/${book}/comments`)).body
      .data;
    expect(thread?.replies).toEqual([
      expect.objectContaining({ authorName: 'Bibliothèque municipale', official: true }),
    ]);
  });

  it('has feeds, a catalogue and a description of its addresses', async () => {
    const atom = await (await fetch(`${server.url}/api/open-data/changes.atom?locale=fr`)).text();
    expect(atom).toContain('Bibliothèque municipale');
    expect(atom).toContain('Frankenstein ou le Prométhée moderne');
    const changes = await (await fetch(`${server.url}/api/open-data/changes.ndjson`)).text();
    expect(changes).toContain(book);
    const dcat = await (await fetch(`${server.url}/api/open-data/catalog.ttl`)).text();
    expect(dcat).toContain('"Livres"@fr');
    const { body } = await request<{ paths: object }>('/api/open-data/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([expect.stringContaining('/comments'), expect.stringContaining('/open-data')]),
    );
  });

  describe('imports by a declared mapping', () => {
    const titles = async () => {
      const rows = await (
        await fetch(`${server.url}/api/open-data/books.csv?fields=title_en,lending_status`)
      ).text();
      return rows
        .replace(/^\uFEFF/, '')
        .trim()
        .split('\r\n')
        .slice(1);
    };

    it('what an API token sends as CSV', async () => {
      const { data } = await panel<{ data: { accessKey: string } }>('/admin/api-tokens', {
        name: 'Acquisitions',
        description: '',
        type: 'custom',
        lifespan: null,
        permissions: ['plugin::accountability.imports.create'],
      });
      const tracker = { request: supertest(server.url) };
      const send = (where: string) =>
        importBy(tracker, data.accessKey, {
          fields: { mapping: 'acquisitions', locale: 'en' },
          files: [
            {
              name: 'books.csv',
              content: csv(['Title', 'Authors', 'Where'], ['The Last Man', 'Mary Shelley', where]),
            },
          ],
        });
      expect(await send('In the cellar')).toMatchObject({
        status: 'refused',
        result: { errors: 1, problems: [{ code: 'state-unknown', place: { row: 2, column: 'Where' } }] },
      });
      expect(await titles()).toHaveLength(1);
      expect(await send('On the shelf')).toMatchObject({
        status: 'done',
        result: { errors: 0, counts: { 'api::book.book': { created: 1 } } },
      });
      expect(await titles()).toContain('The Last Man,available');
    });

    it("what the application's own code gives the service", async () => {
      const result = await importWithService(library, fresh.env, 'acquisitions', {
        'books.csv': csv(['Title', 'Authors', 'Where'], ['Valperga', 'Mary Shelley', 'On the shelf']),
      });
      expect(result).toMatchObject({
        applied: true,
        errors: 0,
        counts: { 'api::book.book': { created: 1 } },
      });
      expect(await titles()).toContain('Valperga,available');
    });
  });

  it(
    'shows the pages of the panel',
    async () => {
      browser = await launchBrowser();
      const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await mkdir(SCREENSHOTS, { recursive: true });
      const look = (name: string) =>
        page.screenshot({ path: path.join(SCREENSHOTS, `playground-${database}-${name}.png`) });

      await page.goto(`${server.url}/admin/auth/login`);
      await page.fill('input[name=email]', ADMIN.email);
      await page.fill('input[name=password]', ADMIN.password);
      await page.click('button[type=submit]');
      await page.waitForURL((url) => !url.pathname.includes('/auth/'));

      await page.goto(`${server.url}/admin/plugins/accountability/moderation?state=approved`);
      await page.getByText('A fine book.').first().waitFor();
      await look('moderation');
      await page.goto(`${server.url}/admin/plugins/accountability/open-data`);
      await page.getByText('Authors', { exact: true }).first().waitFor();
      await look('open-data');
      await page.goto(`${server.url}/admin/content-manager/collection-types/api::book.book/${book}`);
      await page.getByText('Available', { exact: true }).first().waitFor();
      await look('book');
      expect(errors).toEqual([]);
    },
    2 * MINUTES,
  );
});
