import seed from '../../src/first-content/kutaisi-commitment.json';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const SOURCE = seed.sources[0]!.updated!;
const LANGUAGES = ['ka', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** The day a page shows as that of the update, in its machine-readable form. */
const UPDATED = /<dt>(?:Updated|განახლდა)<\/dt>\s*<dd>\s*<time\s+datetime="([^"]*)"\s*>([^<]*)<\/time/;
const HISTORY = /<h2 id="history">(.*?)<\/section>/s;

interface Change {
  from: { code: string } | null;
  to: { code: string };
  at: string;
  asOf: string | null;
  asOfPrecision: string | null;
}

describe('what was taken from a source', () => {
  let tracker: Tracker;
  let kutaisi: string;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    const found = await tracker.strapi.db
      .query(COMMITMENT)
      .findOne({ where: { slug: seed.commitment.slug }, select: ['documentId'] });
    kutaisi = found!.documentId;
  });
  afterAll(() => tracker.close());

  const workflows = () => tracker.strapi.plugin('accountability').service('workflows');
  const moved = (documentId: string, transition: string, more: object = {}) =>
    workflows().move({
      contentType: COMMITMENT,
      documentId,
      workflow: 'implementation',
      transition,
      ...more,
    });
  const rowsOf = async (dataset: string, filters: string): Promise<Record<string, unknown>[]> =>
    (
      await jsonRequest<{ data: Record<string, unknown>[] }>(
        `${tracker.url}/api/open-data/${dataset}.json?${filters}`,
      )
    ).body.data;
  const historyOf = async (documentId: string, language: Language = 'en'): Promise<Change[]> =>
    (
      await jsonRequest<{ data: Change[] }>(
        `${tracker.url}/api/commitments/${documentId}/status-history?locale=${language}`,
      )
    ).body.data;
  const atom = async (query: string): Promise<{ titles: string[]; text: string; next?: string }> => {
    const text = await (await fetch(`${tracker.url}/api/open-data/changes.atom?${query}`)).text();
    const titles = [...text.matchAll(/<entry>.*?<title>([^<]*)<\/title>/g)].map(([, title]) => title!);
    const next = /rel="next"[^>]*before=(\d+)/.exec(text)?.[1];
    return { titles, text, ...(next && { next }) };
  };
  const updatedOn = async (slug: string, language: Language = 'en') => {
    const { text } = await readPage(tracker, `/commitments/${slug}?locale=${language}`);
    const [, day, words] = UPDATED.exec(text) ?? [];
    return { day, words: words?.trim() };
  };
  const today = () => new Date().toISOString().slice(0, 10);
  /** A published commitment of which the source's date is known. */
  const taken = async (slug: string): Promise<string> => {
    const documentId = await makeCommitment(tracker, {
      title: slug,
      data: { slug, sourceUpdatedOn: '2019-03-05' },
    });
    const { recorded, unlike } = await recordedAt(documentId);
    expect([recorded > 0, unlike]).toEqual([true, 0]);
    // Taken over yesterday: times in exports are exact to the second only.
    const time = new Date(Date.now() - 24 * 60 * 60 * 1000);
    const isSqlite = tracker.strapi.db.dialect.client === 'sqlite';
    const yesterday = isSqlite ? time.getTime() : time.toISOString();
    await tracker.strapi.db
      .connection('commitments')
      .where({ document_id: documentId })
      .update({ updated_at: yesterday, source_recorded_at: yesterday });
    return documentId;
  };
  /** When the source was taken over, and how many published rows are younger. */
  const recordedAt = async (documentId: string) => {
    const rows: { updatedAt: string; sourceRecordedAt: string }[] = await tracker.strapi.db
      .query(COMMITMENT)
      .findMany({ where: { documentId, publishedAt: { $notNull: true } } });
    const recorded = new Date(rows[0]!.sourceRecordedAt).getTime();
    return { recorded, unlike: rows.filter((row) => new Date(row.updatedAt).getTime() > recorded).length };
  };

  it.each(LANGUAGES)('is shown in %s with the days of the source on the page', async (language) => {
    const text = SOURCE.text[language];
    expect(await updatedOn(seed.commitment.slug, language)).toEqual({ day: '2020-12-31', words: text });
    const page = await readPage(tracker, `/commitments/${seed.commitment.slug}?locale=${language}`);
    const history = HISTORY.exec(page.text)![1]!;
    const shown = {
      ka: `დასრულდა (მდგომარეობა: ${text})`,
      en: `Completed (as of ${text})`,
    }[language];
    expect(history.replace(/\s+/g, ' ')).toContain(shown);
    expect(history).toContain('<time datetime="2020-12-31">');
    expect(history).not.toContain('→');
    expect(history).not.toContain(today().slice(0, 4));
    const linked = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page.text)![1]!;
    expect(linked).toContain('"https://schema.org/dateModified":"2020-12-31"');
  });

  it('is a record and no move in the API, with the system’s own time beside it', async () => {
    for (const language of LANGUAGES) {
      const [change, ...others] = await historyOf(kutaisi, language);
      expect(others).toEqual([]);
      expect(change).toMatchObject({
        from: null,
        to: { code: 'completed' },
        asOf: '2020-12-31',
        asOfPrecision: 'day',
      });
      expect(change!.at > '2026').toBe(true);
    }
    const { body } = await jsonRequest<{ data: object }>(`${tracker.url}/api/commitments/${kutaisi}`);
    expect(body.data).toMatchObject({ sourceUpdatedOn: '2020-12-31' });
    expect(await workflows().check()).toEqual([]);
  });

  it('has the days of the source in the exports, beside the system’s own', async () => {
    const [commitment] = await rowsOf('commitments', `filters[id][$eq]=${kutaisi}`);
    expect(commitment).toMatchObject({ source_updated_on: '2020-12-31' });
    expect(String(commitment!.updated_at) > '2026').toBe(true);
    expect(commitment!.source_recorded_at).toBe(commitment!.updated_at);
    const statuses = await rowsOf('status-history', 'filters[transition][$eq]=recorded');
    expect(statuses).toHaveLength(1 + seed.commitment.milestones.length);
    for (const status of statuses) {
      expect(status).toMatchObject({
        from_status: null,
        to_status: 'completed',
        as_of: '2020-12-31',
        as_of_precision: 'day',
      });
      expect(String(status.changed_at) > '2026').toBe(true);
    }
  });

  it.each(LANGUAGES)('is no news of today in the feed in %s', async (language) => {
    const { text } = await atom(`locale=${language}`);
    const entries = text.split('<entry>').slice(1);
    expect(entries).toHaveLength(1 + seed.commitment.milestones.length);
    const shown = {
      ka: `: დასრულდა (მდგომარეობა: ${SOURCE.text.ka})</title>`,
      en: `: Completed (as of ${SOURCE.text.en})</title>`,
    }[language];
    for (const entry of entries) {
      expect(entry).toContain(shown);
      expect(entry).toContain('<updated>2020-12-31T12:00:00.000Z</updated>');
    }
  });

  it('is shown no more exactly than the source knows, and sorted by when it happened', async () => {
    const shown: Record<string, string[]> = {};
    for (const [precision, ka, en] of [
      ['month', 'დეკემბერი 2019', 'December 2019'],
      ['quarter', 'IV', 'Quarter IV of 2019'],
      ['year', '2019', '2019'],
    ] as const) {
      const slug = `known-to-the-${precision}`;
      const documentId = await taken(slug);
      const record = (asOf: object) =>
        workflows().record({
          contentType: COMMITMENT,
          documentId,
          workflow: 'implementation',
          state: 'in-progress',
          asOf,
        });
      await expect(record({ date: '2999-01-01' })).rejects.toMatchObject({
        message: expect.stringContaining('asOf'),
      });
      expect(await record({ date: '2019-12-31', precision })).toBe(true);
      expect(await record({ date: '2019-12-31', precision })).toBe(false);
      await moved(documentId, 'suspend', { reason: 'A reason' });
      const history = await historyOf(documentId);
      expect(history.map(({ from, to, asOfPrecision }) => [from?.code, to.code, asOfPrecision])).toEqual([
        ['in-progress', 'suspended', null],
        [undefined, 'in-progress', precision],
      ]);
      shown[precision] = [];
      for (const [language, words] of [
        ['ka', ka],
        ['en', en],
      ] as const) {
        const { text } = await readPage(tracker, `/commitments/${slug}?locale=${language}`);
        const items = HISTORY.exec(text)![1]!.split('<li').slice(1);
        expect(items).toHaveLength(2);
        expect(items[1]).toContain(words);
        expect(items[1]).not.toMatch(/\b31\b|\b1 (December|დეკემბერი)|datetime="2019-\d\d-/);
      }
    }
    const titles = (await atom('locale=en')).titles;
    // The moves made here come first, the latest at the top; what is known of earlier years is at their end.
    expect(titles.map((title) => title.replace(/^.*: /, ''))).toEqual([
      ...Array<string>(3).fill('In progress → Suspended'),
      ...Array<string>(1 + seed.commitment.milestones.length).fill('Completed (as of 31 December 2020)'),
      'In progress (as of December 2019)',
      'In progress (as of quarter IV of 2019)',
      'In progress (as of 2019)',
    ]);
  });

  it('is read page by page in the feed, each record once', async () => {
    const all = (await atom('locale=en')).titles;
    const { rows } = await pagesFrom(all.length);
    expect(rows).toEqual(all);
  });

  /** The feed behind each of its entries: whatever a page ends with, the next one goes on there. */
  async function pagesFrom(length: number): Promise<{ rows: string[] }> {
    const history = await rowsOfHistory();
    const rows: string[] = [];
    const first = (await atom('locale=en')).titles;
    rows.push(first[0]!);
    for (let index = 0; index < length - 1; index += 1) {
      const behind = (await atom(`locale=en&before=${history[index]}`)).titles;
      expect(behind).toEqual(first.slice(index + 1));
      rows.push(behind[0]!);
    }
    return { rows };
  }
  /** Numbers of the records by when they happened, latest first. */
  async function rowsOfHistory(): Promise<number[]> {
    const rows: { id: number; at: string; asOf: string | null }[] = await tracker.strapi.db
      .query('plugin::accountability.status-change')
      .findMany({
        where: { workflow: 'implementation' },
        select: ['id', 'at', 'asOf'],
      });
    const dayOf = ({ asOf, at }: (typeof rows)[number]) => asOf ?? new Date(at).toISOString().slice(0, 10);
    return rows
      .sort((one, other) => dayOf(other).localeCompare(dayOf(one)) || other.id - one.id)
      .map(({ id }) => id);
  }

  describe('shows the day of the source as that of the update', () => {
    it('until a change is published here, also where it is taken back and published again', async () => {
      const documentId = await taken('changed-here');
      expect(await updatedOn('changed-here')).toMatchObject({ day: '2019-03-05' });
      const documents = tracker.strapi.documents(COMMITMENT);
      await documents.update({ documentId, locale: 'ka', data: { problem: 'A problem' } } as never);
      // Not published yet.
      expect(await updatedOn('changed-here')).toMatchObject({ day: '2019-03-05' });
      await documents.publish({ documentId, locale: 'ka' } as never);
      const { day } = await updatedOn('changed-here');
      expect(day! > '2026').toBe(true);
      await documents.unpublish({ documentId, locale: '*' } as never);
      await documents.publish({ documentId, locale: '*' } as never);
      expect((await updatedOn('changed-here')).day).toBe(day);
      const [row] = await rowsOf('commitments', `filters[id][$eq]=${documentId}`);
      expect(row).toMatchObject({ source_updated_on: '2019-03-05' });
    });

    it('until its status is moved here', async () => {
      const documentId = await taken('moved-here');
      await moved(documentId, 'start');
      expect((await updatedOn('moved-here')).day! > '2026').toBe(true);
    });

    it('again where a later state of the source is published', async () => {
      const documentId = await taken('taken-again');
      await moved(documentId, 'start');
      const documents = tracker.strapi.documents(COMMITMENT);
      await documents.update({
        documentId,
        locale: 'ka',
        data: { sourceUpdatedOn: '2021-06-30', sourceRecordedAt: '2000-01-01T00:00:00Z' },
      } as never);
      await documents.publish({ documentId, locale: '*' } as never);
      expect(await updatedOn('taken-again')).toMatchObject({ day: '2021-06-30' });
    });
  });
});
