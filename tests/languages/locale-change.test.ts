import { jsonLdGraph, objections, turtleGraph } from '../support/dcat-ap/validate';
import { parseCsv } from '../support/csv';
import { metadataReader } from '../support/metadata';
import { titleIn, writeInEach, type MultilingualContent } from '../support/multilingual-content';
import { tableFaults, type TableSchema } from '../support/table-schema';
import { bootTracker, type Tracker, type TrackerOptions } from '../support/tracker';

const PARTNER = 'api::partner.partner';
const COMMITMENT = 'api::commitment.commitment';

interface Line {
  sequence: number;
  id: string;
  change: string;
}
interface DataPackage {
  resources: { name: string; schema: TableSchema }[];
}

/** A site that has content takes a language, and gives it up again; each step is a start with another LOCALES. */
describe('a site with content', () => {
  let tracker: Tracker;
  let content: MultilingualContent;
  let frenchOnly: string;
  let since: number;
  const { text, json } = metadataReader(() => tracker);
  const languages = () => tracker.strapi.plugin('accountability').service('languages');
  const documents = (uid: string) => tracker.strapi.documents(uid as typeof PARTNER);

  async function startWith(locales: string, more: TrackerOptions = {}): Promise<void> {
    const { database } = tracker;
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({
      reuse: database,
      env: { LOCALES: locales, OPEN_DATA_CONTACT_EMAIL: 'data@town.example' },
      ...more,
    });
  }

  async function changesSince(): Promise<string[]> {
    const lines = (await text(`changes.ndjson?since=${since}`))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    since = lines.at(-1)?.sequence ?? since;
    return lines.map(({ change, id }) => `${change} ${id}`);
  }

  /** All that a validator says against the open data as they are. */
  async function faults(): Promise<unknown[]> {
    const { resources } = await json<DataPackage>('datapackage.json');
    const found: unknown[] = [];
    for (const { name, schema } of resources) found.push(...tableFaults(await text(`${name}.csv`), schema));
    for (const graph of [
      turtleGraph(await text('catalog.ttl')),
      await jsonLdGraph(await text('catalog.jsonld')),
    ]) {
      found.push(...(await objections(graph)).filter((one) => one.startsWith('Violation')));
    }
    return [...found, ...(await tracker.strapi.plugin('accountability').service('changeLog').check())];
  }

  const titles = async () => {
    const rows = parseCsv(await text('commitments.csv'));
    const row = rows.find(({ id }) => id === content.commitment)!;
    return Object.fromEntries(Object.entries(row).filter(([name]) => /^title(_|$)/.test(name)));
  };
  const tag = async () => {
    const { headers } = await fetch(`${tracker.url}/api/open-data/themes.csv`, { method: 'HEAD' });
    return headers.get('etag');
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { OPEN_DATA_CONTACT_EMAIL: 'data@town.example' } });
    content = await writeInEach(tracker, ['ka', 'en']);
    since = 0;
    await changesSince();
  });
  afterAll(async () => {
    const { database } = tracker;
    await tracker.close({ keepDatabase: true });
    await database.drop();
  });

  it('is described, before anything is changed', async () => {
    expect(await languages().plan('fr', 'add')).toMatchObject({
      name: 'French (fr)',
      isInDatabase: false,
      isOfSite: false,
      hasWords: true,
      after: ['ka', 'en', 'fr'],
      documents: [],
      columns: expect.arrayContaining([
        { dataset: 'themes', appear: expect.arrayContaining(['name_fr']), disappear: [] },
      ]),
    });
    expect(await languages().plan('xx', 'add')).toMatchObject({ name: null });
    await expect(languages().add('xx')).rejects.toThrow('knows no language "xx"');
  });

  it('takes a language first for its editors, and says nothing of it to the public', async () => {
    await languages().add('fr');
    await languages().add('fr');
    const before = [await text('commitments.csv'), await tag()];
    const french = async (uid: string, documentId: string, data: object) => {
      await documents(uid).update({ documentId, locale: 'fr', data } as never);
      await documents(uid).publish({ documentId, locale: 'fr' } as never);
    };
    await french(COMMITMENT, content.commitment, { title: titleIn('fr', 'commitment') });
    const alone = await documents(PARTNER).create({
      locale: 'fr',
      data: { name: titleIn('fr', 'alone') },
      status: 'published',
    } as never);
    frenchOnly = alone.documentId;
    expect([await text('commitments.csv'), await tag()]).toEqual(before);
    expect(await changesSince()).toEqual([]);
    expect((await languages().plan('fr', 'add')).documents).toEqual([
      { contentType: COMMITMENT, documents: 1, published: 1, only: 0 },
      { contentType: PARTNER, documents: 1, published: 1, only: 1 },
    ]);
    // A document in a language that is none of the site is what the doctor reports.
    expect(await languages().check()).toMatchObject([{ documentId: frenchOnly }]);
  });

  it('shows it from the start on whose setting names it, and reports it in the change feed', async () => {
    const before = await tag();
    const { database } = tracker;
    await tracker.close({ keepDatabase: true }).catch((error: Error) => {
      expect(error.message).toContain('NOT_IN_SITE_LANGUAGE');
    });
    tracker = await bootTracker({
      reuse: database,
      env: { LOCALES: 'ka,en,fr', OPEN_DATA_CONTACT_EMAIL: 'data@town.example' },
    });
    expect(await titles()).toEqual({
      title_ka: titleIn('ka', 'commitment'),
      title_en: titleIn('en', 'commitment'),
      title_fr: titleIn('fr', 'commitment'),
    });
    expect(await tag()).not.toBe(before);
    const changes = await changesSince();
    expect(changes).toEqual(
      expect.arrayContaining([`created ${frenchOnly}`, `updated ${content.commitment}`]),
    );
    expect(changes).toHaveLength(2);
    expect(await text('deadlines.ics?locale=fr')).toContain('LANGUAGE=fr');
    expect((await fetch(`${tracker.url}/?locale=fr`)).status).toBe(200);
    expect(await faults()).toEqual([]);
    await expect(languages().remove('fr')).rejects.toThrow('language of the site');
  });

  it('logs nothing at a start that changes no language, or their order', async () => {
    await startWith('ka,fr,en');
    expect(await changesSince()).toEqual([]);
    expect(Object.keys(await titles())).toEqual(['title_ka', 'title_fr', 'title_en']);
  });

  it('hides it again without losing a text, and reports what was removed', async () => {
    expect(await languages().plan('fr', 'remove')).toMatchObject({
      isInDatabase: true,
      isOfSite: true,
      after: ['ka', 'en'],
      documents: [{ contentType: COMMITMENT }, { contentType: PARTNER, only: 1 }],
      columns: expect.arrayContaining([
        { dataset: 'themes', appear: [], disappear: expect.arrayContaining(['name_fr']) },
      ]),
    });
    await startWith('ka,en', { isDamaged: 'a document is in a language the site does not speak any more' });
    expect(Object.keys(await titles())).toEqual(['title_ka', 'title_en']);
    const changes = await changesSince();
    expect(changes.sort()).toEqual([`unpublished ${frenchOnly}`, `updated ${content.commitment}`].sort());
    expect(await languages().undeclared()).toEqual(['fr']);
    expect(await faults()).toEqual([]);
    const kept = await documents(PARTNER).findOne({ documentId: frenchOnly, locale: 'fr' } as never);
    expect(kept).toMatchObject({ name: titleIn('fr', 'alone') });
  });

  it('deletes it whole where that is asked for, and the public sees nothing of that', async () => {
    await languages().remove('fr');
    expect(await changesSince()).toEqual([]);
    expect(await documents(PARTNER).findOne({ documentId: frenchOnly, locale: 'fr' } as never)).toBeNull();
    expect((await languages().plan('fr', 'remove')).documents).toEqual([]);
    await expect(languages().remove('fr')).rejects.toThrow('has no language "fr"');
    expect(await languages().check()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('has one language alone, and its columns lose their suffix', async () => {
    await startWith('ka', { isDamaged: 'a document is in a language the site does not speak any more' });
    expect(await titles()).toEqual({ title: titleIn('ka', 'commitment') });
    expect(await changesSince()).toEqual(
      expect.arrayContaining([`updated ${content.commitment}`, `updated ${content.milestone}`]),
    );
    expect(await faults()).toEqual([]);
    await expect(languages().remove('ka')).rejects.toThrow('language of the site');
  });
});
