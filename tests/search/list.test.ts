import { indexed, search, write } from '../support/search';
import { hostileSearches } from '../support/search-strings';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const TITLES_ONLY = 'titles, codes and agencies are searched';

describe('the search on the list of commitments', () => {
  let tracker: Tracker;
  const page = async (parameters: Record<string, string>): Promise<string> => {
    const query = new URLSearchParams({ locale: 'en', ...parameters }).toString();
    const answer = await fetch(`${tracker.url}/commitments?${query}`);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const slugs = (text: string): string[] =>
    [...text.matchAll(/<h3>(?:(?!<\/h3>).)*?href="\/commitments\/([\w-]+)/gs)].map(([, slug = '']) => slug);
  const found = async (parameters: Record<string, string>) => slugs(await page(parameters));
  const milestones: string[] = [];

  beforeAll(async () => {
    tracker = await bootTracker({ env: { IS_PROXIED: 'true' } });
    const add = async (slug: string, data: Record<string, unknown>, en: Record<string, unknown>) => {
      const id = await write(tracker, { uid: COMMITMENT, data: { slug, ...data }, texts: { en } });
      return id;
    };
    await add(
      'mentions',
      { code: '1', timeframe: { startDate: '2018-01-01', endDate: '2018-10-01', endPrecision: 'day' } },
      { title: 'Open budgets', description: 'Lanterns for a park.' },
    );
    const other = await add('of-milestone', { code: '2' }, { title: 'Roads' });
    await add('named', { code: '3' }, { title: 'Lanterns in every street' });
    milestones.push(
      await write(tracker, {
        uid: MILESTONE,
        data: { code: '2.2.1', commitment: other },
        texts: { en: { title: 'A <i>lantern</i> & benches' } },
      }),
    );
    await indexed(tracker);
  });
  afterAll(() => tracker.close());

  it('finds what the API finds, the best first, unless another order is chosen', async () => {
    const { body } = await search(tracker, 'lantern', { locale: 'en', kind: 'commitment' });
    const ofTheApi = body.data.map(({ page: path }) => /commitments\/([\w-]+)/.exec(path ?? '')?.[1]);
    expect(ofTheApi[0]).toBe('named');
    expect(await found({ q: 'lantern' })).toEqual(ofTheApi);
    expect(await found({ q: 'lantern', sort: 'plan' })).toEqual(['mentions', 'of-milestone', 'named']);
    expect(await found({ q: 'lantern', sort: 'title' })).toEqual(['named', 'mentions', 'of-milestone']);
  });

  it('marks the words, and names the milestone they are in with a link to it', async () => {
    const text = await page({ q: 'benches' });
    expect(slugs(text)).toEqual(['of-milestone']);
    expect(text).toContain(`href="/commitments/of-milestone?locale=en#milestone-${milestones[0]}"`);
    expect(text).toMatch(/Found in:\s*<a[^>]*>Milestone 2\.2\.1<\/a\s*>/);
    expect(text).toMatch(/<mark>benches<\/mark\s*>/);
    expect(text).not.toContain('<i>lantern');
  });

  it('counts choices of filters among what is found, and combines with them', async () => {
    const text = await page({ q: 'lantern' });
    expect(text).toMatch(/<option value="2018"[^>]*>\s*2018 \(1\)/);
    expect(await found({ q: 'lantern', year: '2018' })).toEqual(['mentions']);
    expect(await found({ q: 'nowhere' })).toEqual([]);
    expect(await page({ q: 'lanterm' })).toContain('commitments with similar words are shown');
  });

  it('finds a new title at once, and its other words as soon as the index has them', async () => {
    await write(tracker, {
      uid: COMMITMENT,
      data: { slug: 'new' },
      texts: { en: { title: 'Fountains', description: 'Marble everywhere.' } },
    });
    expect(await found({ q: 'fountains' })).toEqual(['new']);
    await found({ q: 'marble' });
    await indexed(tracker);
    expect(await found({ q: 'marble' })).toEqual(['new']);
  });

  it('answers strings of any kind on the API, and every second on the list, within a second each', async () => {
    expect(await hostileSearches(tracker, { count: 200, seed: 17, listEvery: 2 })).toEqual([]);
  });

  it('does without an index that fails, while the API reports a problem without details', async () => {
    const { strapi } = tracker;
    const knex = strapi.db.connection;
    await indexed(tracker);
    strapi.log.silent = true;
    // The table is there, and of no use.
    await knex.schema.renameTable('accountability_search_documents', 'kept_documents');
    await knex.schema.createTable('accountability_search_documents', (table) => table.integer('id'));
    try {
      const text = await page({ q: 'lanterns street' });
      expect(slugs(text)).toEqual(['named']);
      expect(text).toContain(TITLES_ONLY);
      const { status, headers, body } = await search(tracker, 'lanterns');
      expect(status).toBe(500);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.stringify(body)).not.toMatch(/select|subject|column|accountability_/i);
      expect((await fetch(tracker.url)).status).toBe(200);
    } finally {
      await knex.schema.dropTable('accountability_search_documents');
      await knex.schema.renameTable('kept_documents', 'accountability_search_documents');
      strapi.log.silent = false;
    }
    expect(await found({ q: 'benches' })).toEqual(['of-milestone']);
  });

  it.each(['index', 'entries', 'documents', 'state'])(
    'goes on while an emptied table of the index is rebuilt: %s',
    async (table) => {
      await indexed(tracker);
      await tracker.strapi.db.connection.raw(
        tracker.database.env.DATABASE_CLIENT === 'postgres' || table !== 'index'
          ? `DELETE FROM accountability_search_${table}`
          : `DROP TABLE accountability_search_index`,
      );
      for (const end = Date.now() + 30_000; Date.now() < end;) {
        const { status } = await search(tracker, 'lantern', { locale: 'en' });
        expect(status).toBe(200);
        if ((await found({ q: 'benches' })).length === 1) break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await indexed(tracker);
      expect(await found({ q: 'benches' })).toEqual(['of-milestone']);
    },
  );
});
