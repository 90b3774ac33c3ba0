import { NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const timeframe = { endDate: '2099-10-01', endPrecision: 'month' };

/** A language of the panel that is none of the site. */
describe('a language that was added in the panel', () => {
  let tracker: Tracker;
  let spanish: number;

  const get = async (path: string) => {
    const answer = await fetch(`${tracker.url}${path}`);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const documents = (uid: string) => tracker.strapi.documents(uid as typeof COMMITMENT);
  const i18n = () => tracker.strapi.plugin('i18n').service('locales');

  async function publish(uid: string, data: Record<string, unknown>, documentId?: string): Promise<string> {
    const written = documentId
      ? await documents(uid).update({ documentId, locale: 'es', data } as never)
      : await documents(uid).create({ locale: 'es', data } as never);
    const id = (written as { documentId: string }).documentId;
    await documents(uid).publish({ documentId: id, locale: 'es' } as never);
    return id;
  }

  const datasets = async (): Promise<string[]> => {
    const index = JSON.parse((await get('/api/open-data')).text) as { datasets: { name: string }[] };
    return index.datasets.map(({ name }) => name);
  };

  const examined = () => tracker.strapi.plugin('accountability').service('changeLog').check();

  /** All that the public reads, by address. */
  async function everything(): Promise<Record<string, string>> {
    const paths = [
      ...(await datasets()).flatMap((name) => [
        `/api/open-data/${name}.csv`,
        `/api/open-data/${name}.ndjson`,
      ]),
      '/api/open-data/summary.json',
      '/api/open-data/changes.ndjson?since=0',
      '/api/open-data/changes.atom',
      '/api/open-data/deadlines.ics',
      '/api/open-data/datapackage.json',
      '/api/open-data/catalog.jsonld',
      '/api/open-data/all.zip',
      ...['/', '/?locale=en', '/commitments', '/organisations', '/data', '/sitemap.xml'],
      ...['/commitments/open-data-kutaisi', '/organisations/kutaisi-city-hall'],
    ];
    const read: Record<string, string> = {};
    for (const path of paths) {
      const { status, headers, text } = await get(path);
      read[path] = `${status} ${headers.get('x-total-count')}\n${text}`;
    }
    return read;
  }

  beforeAll(async () => {
    tracker = await bootTracker({ env: { ...NO_LIMITS, SEED_DEMO: 'true' } });
    ({ id: spanish } = await i18n().create({ code: 'es', name: 'Spanish (es)' }));
  });
  afterAll(() => tracker.close());

  it('changes nothing of what the public reads, while documents are written, moved and published in it', async () => {
    const before = await everything();
    const agency = await publish('api::partner.partner', { name: 'Agencia' });
    const alone = await publish(COMMITMENT, { title: 'Sola', timeframe, leadAgencies: [agency] });
    await publish('api::milestone.milestone', { title: 'Paso', timeframe, commitment: alone });
    expect(await everything()).toEqual(before);

    await tracker.strapi.plugin('accountability').service('workflows').move({
      contentType: COMMITMENT,
      documentId: alone,
      workflow: 'implementation',
      transition: 'start',
    });
    expect(await everything()).toEqual(before);
    expect((await get(`/api/commitments/${alone}/status-history`)).status).toBe(404);
    expect((await sendComment(tracker, alone, writtenComment())).status).toBe(404);
    // The content API has what Strapi has.
    expect((await get(`/api/commitments/${alone}?locale=es`)).text).toContain('Sola');
    expect((await get('/api/commitments?locale=fr')).status).toBe(400);
  });

  it('adds no row and no text to documents the site has', async () => {
    const rows = async () => {
      const { text } = await get('/api/open-data/commitments.json?fields=id,title_ka,title_en');
      return (JSON.parse(text) as { data: unknown[] }).data;
    };
    const before = await rows();
    const kutaisi: { documentId: string } = await tracker.strapi.db
      .query(COMMITMENT)
      .findOne({ where: { slug: 'open-data-kutaisi' } });
    await publish(COMMITMENT, { title: 'Promesa' }, kutaisi.documentId);
    expect(await rows()).toEqual(before);
    for (const [path, answer] of Object.entries(await everything())) {
      expect([path, answer.slice(0, 3), /Promesa|Sola|Agencia|Paso/.test(answer)]).toEqual([
        path,
        '200',
        false,
      ]);
    }
    expect(await examined()).toEqual([]);
  });

  it('is named where documents are published in it alone', async () => {
    const found = await tracker.strapi.plugin('accountability').service('languages').check();
    expect(found).toEqual([
      { code: 'NOT_IN_SITE_LANGUAGE', contentType: COMMITMENT, documentId: expect.any(String) },
      {
        code: 'NOT_IN_SITE_LANGUAGE',
        contentType: 'api::milestone.milestone',
        documentId: expect.any(String),
      },
      { code: 'NOT_IN_SITE_LANGUAGE', contentType: 'api::partner.partner', documentId: expect.any(String) },
    ]);
    expect(await tracker.strapi.plugin('accountability').service('languages').undeclared()).toEqual(['es']);
    const warnings: { code: string; language?: string }[] = await tracker.strapi
      .plugin('accountability')
      .service('warnings')
      .ofDocument(COMMITMENT, found[0].documentId);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'undeclared-language', language: 'es' }));
  });

  it('may be deleted again, and the public sees nothing of it', async () => {
    const before = await everything();
    await i18n().delete({ id: spanish });
    expect(await everything()).toEqual(before);
    expect(await examined()).toEqual([]);
  });
});
