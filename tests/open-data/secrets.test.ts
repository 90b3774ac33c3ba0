import { rm } from 'node:fs/promises';
import path from 'node:path';
import { registeredRoutes, type RegisteredRoute } from '../support/secrets/registered-routes';
import { PART_OF_SECRETS } from '../support/secrets/hostile-queries';
import { Marks } from '../support/secrets/marks';
import { publicSite } from '../support/secrets/public-site';
import { UNAUTHENTICATED_ROUTES, walkOf, type Address, type Site } from '../support/secrets/public-walk';
import { seedSecrets, type Documents } from '../support/secrets/secret-content';
import { unpacked } from '../support/secrets/unpacked';
import { rawRequest } from '../support/raw-request';
import { uploadsFolder } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const CLOSED = [401, 403];
const text = (value: unknown): string => JSON.stringify(value);

describe('what nobody outside may read', () => {
  let tracker: Tracker;
  let marks: Marks;
  let documents: Documents;
  let site: Site;
  let routes: RegisteredRoute[];
  let releaseFile: string | undefined;
  /** Search of all that came back, per place where a secret was found. */
  const leaks: string[] = [];

  const ask = async ({ path: address, headers }: Address, method = 'GET') => {
    const answer = await rawRequest(`${tracker.url}${address}`, {
      method,
      ...(method === 'GET'
        ? { headers }
        : { headers: { ...headers, 'content-type': 'application/json' }, body: '{}' }),
    });
    const said = await unpacked(answer);
    for (const place of marks.secretsIn(said, address)) leaks.push(`${method} ${address}: ${place}`);
    return { status: answer.status, said, body: answer.body };
  };
  const pathsOf = (method: string) =>
    routes.filter((route) => route.method === method).map((route) => route.path);
  /** The route with something in place of what it names. */
  const filled = (route: string) =>
    route.replace(/:[a-zA-Z]+\*?|\(\.\*\)/g, documents['api::commitment.commitment']!.draft);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', EDITORIAL_REVIEW: 'true' } });
    ({ marks, documents } = await seedSecrets(tracker));
    const { strapi } = tracker;
    const made = await strapi.plugin('accountability').service('releases').make();
    releaseFile = path.join(uploadsFolder(), `${made.release.file.hash}.zip`);
    const found = await publicSite(tracker);
    const documentIds = Object.fromEntries(
      Object.entries(found.documentIds).map(([uid, ids]) => [
        uid,
        documents[uid] ? Object.values(documents[uid]) : ids.slice(-4),
      ]),
    );
    site = {
      ...found,
      documentIds,
      releases: [made.release.version],
      uploads: [path.basename(releaseFile)],
    };
    routes = registeredRoutes(strapi);
  }, 180_000);
  afterAll(async () => {
    await tracker.close();
    if (releaseFile) await rm(releaseFile, { force: true });
  });
  afterEach(() => {
    expect(leaks.splice(0)).toEqual([]);
  });

  it('is in the database, each word of it that has not been written over', async () => {
    const { db } = tracker.strapi;
    const rows: unknown[] = [];
    for (const { tableName } of db.metadata.values()) rows.push(await db.connection(tableName).select());
    const content = text(rows);
    const kept = marks.secrets.filter(([, place]) => !/ (corrected|deleted)/.test(place));
    expect(kept.length).toBeGreaterThan(150);
    expect(kept.filter(([mark]) => !content.includes(mark)).map(([, place]) => place)).toEqual([]);
  });

  it('is in no answer of a public address', async () => {
    const walk = walkOf(tracker.strapi);
    const registered = pathsOf('GET');
    expect(Object.keys(walk).filter((route) => !registered.includes(route))).toEqual([]);
    const silent: string[] = [];
    for (const [route, recipe] of Object.entries(walk)) {
      const statuses = new Set<number>();
      // Searches come below, with a look at what they find.
      const addresses = recipe(site).filter((one) => !one.path.includes(PART_OF_SECRETS));
      for (const address of addresses) statuses.add((await ask(address)).status);
      if (![200, 204, 302].some((status) => statuses.has(status)))
        silent.push(`${route} ${[...statuses].join()}`);
      expect([route, [...statuses].filter((status) => status >= 500)]).toEqual([route, []]);
    }
    expect(silent).toEqual([]);
  }, 300_000);

  it('would be found in each format of each dataset, as what is public is', async () => {
    for (const { name, links } of site.index.datasets) {
      for (const { format } of links) {
        const { said } = await ask({ path: `/api/open-data/${name}.${format}` });
        expect([name, format, marks.hasPublic(said)]).toEqual([name, format, true]);
      }
    }
    for (const file of ['all.zip', `releases/${site.releases[0]}.zip`, 'changes.atom', 'deadlines.ics']) {
      const { said } = await ask({ path: `/api/open-data/${file}` });
      if (file.endsWith('zip')) expect([file, marks.hasPublic(said)]).toEqual([file, true]);
    }
    for (const uid of [...Object.keys(documents), 'api::theme.theme']) {
      const { pluralName } = tracker.strapi.contentType(uid as 'api::theme.theme').info;
      const { said } = await ask({ path: `/api/${pluralName}?pagination[pageSize]=100` });
      expect([pluralName, marks.hasPublic(said)]).toEqual([pluralName, true]);
    }
  });

  it('cannot be guessed by what a filter or a search finds', async () => {
    const walk = walkOf(tracker.strapi);
    let refused = 0;
    for (const [route, recipe] of Object.entries(walk)) {
      for (const { path: address } of recipe(site).filter((one) => one.path.includes(PART_OF_SECRETS))) {
        const { status, body } = await ask({ path: address });
        if (status !== 200) {
          refused += 1;
          // Of a document that is not public there is no page either.
          const refusals = route.endsWith('/:id') || route === '/' ? [400, 404] : [400];
          expect([address, refusals]).toEqual([address, expect.arrayContaining([status])]);
          continue;
        }
        const { data } = JSON.parse(body.toString()) as { data: unknown };
        // One document is no list: parameters that do not apply to it change nothing.
        if (Array.isArray(data)) expect([address, data]).toEqual([address, []]);
      }
    }
    expect(refused).toBeGreaterThan(20);
    for (const { name } of site.index.datasets) {
      const { columns } = site.index.datasets.find((dataset) => dataset.name === name) as unknown as {
        columns: { name: string }[];
      };
      for (const column of columns) {
        const address = `/api/open-data/${name}.ndjson?filters[${column.name}][$contains]=${PART_OF_SECRETS}`;
        const { status, body } = await ask({ path: address });
        if (status !== 400) expect([address, status, body.toString()]).toEqual([address, 200, '']);
      }
    }
  }, 120_000);

  it('is behind addresses that are closed, whatever else there is', async () => {
    const walked = new Set(Object.keys(walkOf(tracker.strapi)));
    const open: string[] = [];
    for (const { method, path: route } of routes) {
      if (method === 'GET' && walked.has(route)) continue;
      const { status } = await ask({ path: filled(route) }, method);
      const name = `${method} ${route}`;
      const isRefused = UNAUTHENTICATED_ROUTES.includes(name)
        ? [400, 404].includes(status)
        : CLOSED.includes(status);
      if (!isRefused) open.push(`${name} ${status}`);
    }
    expect(open).toEqual([]);
    expect((await ask({ path: '/graphql' })).status).toBe(404);
  });
});
