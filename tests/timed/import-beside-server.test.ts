import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFullAccessToken } from '../support/accounts';
import { TEST_SETTINGS } from '../support/environment';
import { imported, type ImportedDocument } from '../support/import-documents';
import { jsonRequest } from '../support/json-request';
import { startNode, waitForOutput, type Running } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const PARTNER = 'api::partner.partner';
const DOCUMENTS = 300;

const documents = (name: string): ImportedDocument[] =>
  Array.from({ length: DOCUMENTS }, (_, number) =>
    imported('partner', {
      shared: { slug: `${name}-${number}` },
      localized: { ka: { name: `${name} ქართული ${number}` }, en: { name: `${name} English ${number}` } },
    }),
  );

/** Imports in a process of its own, as the command does; waits in the middle, and again before its commit. */
const program = `
  const { createStrapi } = require('@strapi/strapi');
  const goOn = () => new Promise((resolve) => process.once('SIGUSR2', resolve));
  const say = (text) => process.stdout.write(text + '\\n');
  (async () => {
    const strapi = createStrapi({ appDir: process.cwd(), distDir: './dist' });
    strapi.log.level = 'error';
    await strapi.load();
    const actor = { kind: 'system', id: null, name: null, label: null, may: () => true };
    const documents = JSON.parse(require('node:fs').readFileSync(process.env.IMPORTED, 'utf8'));
    const writer = await strapi.plugin('accountability').service('importWriter').open({ actor, importId: 'x' });
    await writer.add(documents.slice(0, 200));
    const first = goOn();
    say('half');
    await first;
    await writer.add(documents.slice(200));
    await writer.commit();
    say('committed');
    // The pool of the database would keep it alive.
    process.exit(0);
  })();`;

describe('an import by the command beside a running server', () => {
  let tracker: Tracker;
  let token: string;
  let folder: string;
  beforeAll(async () => {
    tracker = await bootTracker();
    token = await createFullAccessToken(tracker);
    folder = await mkdtemp(path.join(tmpdir(), 'beside-server-'));
  });
  afterAll(async () => {
    await tracker.close();
    await rm(folder, { recursive: true });
  });

  async function begun(name: string): Promise<Running> {
    const file = path.join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify(documents(name)));
    const running = startNode(['-e', program], {
      ...TEST_SETTINGS,
      ...tracker.database.env,
      IMPORTED: file,
    });
    await waitForOutput(running, 'half');
    return running;
  }

  /** How many of the documents each way to read them has, in whatever language. */
  async function seen(name: string): Promise<Record<string, number>> {
    const { strapi, url } = tracker;
    const api = async (query: string) => {
      const { status, body } = await jsonRequest<{ meta: { pagination: { total: number } } }>(
        `${url}/api/partners?filters[slug][$startsWith]=${name}&pagination[pageSize]=1&${query}`,
        { token },
      );
      expect(status).toBe(200);
      return body.meta.pagination.total;
    };
    const lines = async (address: string) =>
      (await (await fetch(`${url}${address}`)).text()).split('\n').filter((line) => line.includes(name))
        .length;
    const found = strapi.documents(PARTNER);
    const filters = { slug: { $startsWith: name } };
    return {
      api: await api('locale=ka'),
      apiDrafts: await api('status=draft&locale=en'),
      apiEveryLanguage: await api('locale=*'),
      documentService: await found.count({ filters, locale: '*' } as never),
      query: await strapi.db.query(PARTNER).count({ where: filters }),
      export: await lines('/api/open-data/partners.csv'),
      changes: await lines('/api/open-data/partners.ndjson'),
    };
  }

  const NOTHING = {
    api: 0,
    apiDrafts: 0,
    apiEveryLanguage: 0,
    documentService: 0,
    query: 0,
    export: 0,
    changes: 0,
  };

  it('is seen as a whole, once it is committed', async () => {
    const running = await begun('whole');
    expect(await seen('whole')).toEqual(NOTHING);
    running.child.kill('SIGUSR2');
    const { output, code } = await running.ended;
    expect([output, code]).toEqual([expect.stringContaining('committed'), 0]);
    expect(await seen('whole')).toMatchObject({
      api: DOCUMENTS,
      apiDrafts: DOCUMENTS,
      query: DOCUMENTS * 4,
      export: DOCUMENTS,
    });
  });

  it('is not seen at all when it is killed, and the names it used are free', async () => {
    const running = await begun('killed');
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await seen('killed')).toEqual(NOTHING);
    const made = await tracker.strapi
      .documents(PARTNER)
      .create({ locale: 'ka', data: { name: 'Another', slug: 'killed-1' } as never });
    expect(made.slug).toBe('killed-1');
    await tracker.strapi.documents(PARTNER).delete({ documentId: made.documentId, locale: '*' } as never);

    const again = await begun('killed');
    again.child.kill('SIGUSR2');
    expect((await again.ended).output).toContain('committed');
    expect(await seen('killed')).toMatchObject({ api: DOCUMENTS, query: DOCUMENTS * 4, export: DOCUMENTS });
  });

  it('lets an editor save meanwhile', async () => {
    const running = await begun('meanwhile');
    const start = performance.now();
    const made = await tracker.strapi
      .documents(PARTNER)
      .create({ locale: 'ka', data: { name: 'Meanwhile saved', slug: 'saved' } as never });
    expect(performance.now() - start).toBeLessThan(2_000);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await tracker.strapi.documents(PARTNER).findOne({ documentId: made.documentId })).not.toBeNull();
  });
});
