import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone, parentOfMilestones } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const FEEDS = ['changes.ndjson', 'changes.atom', 'deadlines.ics'];

interface Line {
  sequence: number;
  dataset: string;
  id: string;
  change: string;
  at: string;
  url?: string;
}

describe('the feeds', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({
      env: { SEED_DEMO: 'true' },
      isDamaged: 'a milestone is taken from its commitment as before that was refused',
    });
  });
  afterAll(() => tracker.close());

  const address = (file: string) => `${tracker.url}/api/open-data/${file}`;
  const get = async (file: string, init: RequestInit = {}) => {
    const response = await fetch(address(file), init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const changes = async (query: string) => {
    const answer = await get(`changes.ndjson?${query}`);
    expect(answer.status).toBe(200);
    const lines = answer.text.split('\n').filter(Boolean);
    return { ...answer, lines: lines.map((line) => JSON.parse(line) as Line) };
  };
  const lastSequence = async (): Promise<number> => {
    const { headers } = await changes('since=0&limit=10000');
    return Number(headers.get('x-last-sequence'));
  };
  const move = (documentId: string, transition: string, more: object = {}) =>
    tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({ contentType: MILESTONE, documentId, workflow: 'implementation', transition, ...more });
  const milestones = () => tracker.strapi.documents(MILESTONE);
  /** The entry or event with this text in it, unfolded. */
  const partsWith = (text: string, content: string): string[] =>
    content
      .replace(/\r\n /g, '')
      .split(/<entry>|BEGIN:VEVENT/)
      .slice(1)
      .filter((part) => part.includes(text));

  it('of changes tells each public change in order, with the way to the row, and tombstones', async () => {
    await parentOfMilestones(tracker);
    const since = await lastSequence();
    const draft = await makeMilestone(tracker, { title: 'Secret', published: false });
    const documentId = await makeMilestone(tracker, { title: 'Known' });
    await move(documentId, 'start');
    await move(draft, 'start');
    const during = (await changes(`since=${since}`)).lines;
    expect(during.map(({ change, dataset, id }) => [change, dataset, id])).toEqual([
      ['created', 'milestones', documentId],
      ['transition', 'milestones', documentId],
    ]);
    const { body } = await jsonRequest<{ data: { id: string; title_en: string }[] }>(during[0]!.url!);
    expect(body.data).toMatchObject([{ id: documentId, title_en: 'Known en' }]);

    await milestones().unpublish({ documentId, locale: '*' } as never);
    await milestones().delete({ documentId, locale: '*' } as never);
    await milestones().delete({ documentId: draft, locale: '*' } as never);
    const { lines, text } = await changes(`since=${since}`);
    expect(lines.slice(2)).toMatchObject([{ change: 'unpublished', id: documentId }]);
    expect(lines[2]).not.toHaveProperty('url');
    expect(text).not.toContain(draft);
    expect(lines.map(({ sequence }) => sequence)).toEqual(
      lines.map(({ sequence }) => sequence).sort((one, other) => one - other),
    );
  });

  it('of changes are read page by page, and are not at an end but empty', async () => {
    const all = await changes('since=0&limit=10000');
    expect(all.lines.length).toBeGreaterThan(15);
    const [read, addresses]: [Line[], string[]] = [[], [address('changes.ndjson?since=0&limit=7')]];
    for (const next of addresses) {
      const response = await fetch(next);
      const lines = (await response.text()).split('\n').filter(Boolean);
      expect(lines.length).toBeLessThanOrEqual(7);
      read.push(...lines.map((line) => JSON.parse(line) as Line));
      expect(response.headers.get('x-last-sequence')).toBe(String(read.at(-1)!.sequence));
      const link = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '');
      if (link) addresses.push(link[1]!);
    }
    expect(read).toEqual(all.lines);
    const beyond = await changes('since=999999999');
    expect([beyond.lines, beyond.headers.get('x-last-sequence')]).toEqual([[], '999999999']);
    expect(beyond.headers.get('link')).not.toContain('rel="next"');
  });

  it.each([
    ['changes.ndjson?since=-1', 'since'],
    ['changes.ndjson?since=x', 'since'],
    ['changes.ndjson?since=1&since=2', 'since'],
    ['changes.ndjson?since=99999999999999999999', 'since'],
    ['changes.ndjson?limit=0', 'limit'],
    ['changes.ndjson?limit=10001', 'limit'],
    ['changes.ndjson?from=1', 'from'],
    ['changes.atom?locale=fr', 'locale'],
    ['changes.atom?before=soon', 'before'],
    ['deadlines.ics?locale=ka&locale=en', 'locale'],
    ['deadlines.ics?fields=id', 'fields'],
  ])('answer %s with a 400 that names the parameter', async (file, parameter) => {
    const { status, headers, body } = await jsonRequest<{ errors: object[] }>(address(file));
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('etag')).toBeNull();
    expect(body.errors).toEqual([{ parameter, message: expect.stringMatching(/.{10}/) as string }]);
  });

  it.each(FEEDS)(
    '%s is recognised again, by its tag and by its date, until something changes',
    async (file) => {
      const [first, second] = [await get(file), await get(file)];
      const [etag, modified] = ['etag', 'last-modified'].map((name) => first.headers.get(name)!);
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(second.text).toBe(first.text);
      const head = await get(file, { method: 'HEAD' });
      expect(head.text).toBe('');
      for (const name of ['etag', 'content-type', 'content-length', 'link', 'cache-control']) {
        expect([name, head.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      }
      const conditions: Record<string, string>[] = [
        { 'If-None-Match': etag! },
        { 'If-None-Match': `"other", W/${etag}` },
        { 'If-None-Match': '*' },
        { 'If-None-Match': etag!, 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
        { 'If-Modified-Since': new Date(Date.now() + 2000).toUTCString() },
      ];
      for (const headers of conditions) {
        for (const method of ['GET', 'HEAD']) {
          const known = await get(file, { method, headers });
          expect([headers, known.status, known.text]).toEqual([headers, 304, '']);
          expect(known.headers.get('etag')).toBe(etag);
          expect(known.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
          expect(known.headers.get('access-control-allow-origin')).toBe('*');
        }
      }
      const missed = { 'If-None-Match': '"other"', 'If-Modified-Since': modified! };
      expect((await get(file, { headers: missed })).status).toBe(200);
      await makeMilestone(tracker);
      expect((await get(file, { headers: { 'If-None-Match': etag! } })).status).toBe(200);
      const exposed = first.headers.get('access-control-expose-headers') ?? '';
      const names = ['ETag', 'Last-Modified', 'Link', 'X-Total-Rows', 'Content-Disposition', 'Repr-Digest'];
      expect(exposed.split(',')).toEqual(expect.arrayContaining([...names, 'X-Last-Sequence']));
    },
  );

  it('of status changes tell what moved from where to where, why, and name no person', async () => {
    const documentId = await makeMilestone(tracker, { title: 'A <b>bold</b> & "quoted"' });
    await move(documentId, 'start');
    await move(documentId, 'delay', { reason: 'No money & no time' });
    const hidden = await makeMilestone(tracker, { title: 'Hidden', published: false });
    await move(hidden, 'start');
    const english = await get('changes.atom?locale=en');
    expect(english.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(english.headers.get('content-language')).toBe('en');
    const [latest, earlier, ...rest] = partsWith(documentId, english.text);
    expect(rest).toEqual([]);
    const title = 'A bold &amp; &quot;quoted&quot; en';
    expect(latest).toContain(`<title>${title}: In progress → Delayed</title>`);
    expect(latest).toContain('Reason: No money &amp; no time');
    expect(earlier).toContain(`<title>${title}: Not started → In progress</title>`);
    expect(english.text).not.toContain(hidden);
    const georgian = (await get('changes.atom')).text;
    expect(georgian).toContain('მიმდინარეობს → ყოვნდება');
    expect(georgian).toContain('xml:lang="ka"');
    const href = /<link rel="alternate"[^>]*href="([^"]*)"/.exec(latest!)![1]!;
    expect((await fetch(href)).status).toBe(200);

    const ids = (text: string) => [...text.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids(english.text)).size).toBe(ids(english.text).length);
    expect(ids(english.text).slice(1)).toEqual(ids(georgian).slice(1));
    const [first] = ids(english.text).slice(1);
    await milestones().unpublish({ documentId, locale: '*' } as never);
    const after = (await get('changes.atom?locale=en')).text;
    expect(after).not.toContain(documentId);
    expect(after).toContain(`<at:deleted-entry ref="${first}" when="`);
    expect(after).not.toContain('bold');
  });

  it('of status changes hold the newest hundred, older ones on pages behind', async () => {
    const documentId = await makeMilestone(tracker);
    await move(documentId, 'start');
    for (let round = 0; round < 52; round += 1) {
      await move(documentId, 'suspend');
      await move(documentId, 'resume');
    }
    const { text } = await get('changes.atom?locale=en');
    const entries = text.match(/<entry>/g) ?? [];
    expect(entries).toHaveLength(100);
    const times = [...text.matchAll(/<entry>\n?.*?<updated>([^<]*)/g)].map(([, at]) => at!);
    expect(times).toEqual([...times].sort().reverse());
    const next = /<link rel="next"[^>]*href="([^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const older = await (await fetch(next)).text();
    expect(partsWith(documentId, older)).toHaveLength(105 - 100);
    expect(older).not.toContain('rel="next"');
  }, 120_000);

  it('of deadlines put each on the last day it can mean, say so, and invent none', async () => {
    const timeframe = (endDate: string | null, endPrecision: string) => ({
      timeframe: { startDate: '2010-01-01', startPrecision: 'day', endDate, endPrecision },
    });
    const make = (title: string, data: object, published = true) =>
      makeMilestone(tracker, { title, data: { ...data }, published });
    const month = await make('Month', timeframe('2018-10-01', 'month'));
    const season = await make('Season', timeframe('2015-12-01', 'season'));
    const day = await make('Day; exact, so', timeframe('2019-02-28', 'day'));
    const unknown = await make('Unknown', timeframe('2019-02-28', 'none'));
    const ongoing = await make('Ongoing', timeframe(null, 'none'));
    const draft = await make('Draft', timeframe('2019-02-28', 'day'), false);
    await makeCommitment(tracker, {
      title: 'Promise',
      data: { slug: 'promise', ...timeframe('2020-01-01', 'year') },
    });
    const read = async (locale: string) => {
      const answer = await get(`deadlines.ics?locale=${locale}`);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      for (const line of answer.text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
      return answer.text;
    };
    const english = await read('en');
    const only = (id: string, text = english): string => {
      const found = partsWith(id, text);
      expect(found).toHaveLength(1);
      return found[0]!;
    };
    expect(only(month)).toContain('DTSTART;VALUE=DATE:20181031');
    expect(only(month)).toContain('DTEND;VALUE=DATE:20181101');
    expect(only(month)).toContain('Due in October 2018\\; shown on its last day.');
    expect(only(season)).toContain('DTSTART;VALUE=DATE:20160229');
    expect(only(season)).toContain('Due in winter');
    expect(only(day)).toContain('SUMMARY;LANGUAGE=en:Day\\; exact\\, so en');
    expect(only(day)).toContain('Due on 28 February 2019.\\nStatus: Not started');
    expect(only('/commitments/promise')).toContain('DTSTART;VALUE=DATE:20201231');
    for (const id of [unknown, ongoing, draft]) expect(partsWith(id, english)).toEqual([]);
    const georgian = await read('ka');
    expect(only(month, georgian)).toContain('ვადა: ოქტომბერი 2018\\; ნაჩვენებია ამ პერიოდის ბოლო დღეს.');
    expect(only(month, georgian)).toContain('SUMMARY;LANGUAGE=ka:Month ka');

    const value = (event: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(event)![1]!.trim();
    await move(month, 'withdraw', { reason: 'Given up' });
    const [before, after] = [only(month), only(month, await read('en'))];
    expect(value(after, 'UID')).toBe(value(before, 'UID'));
    expect(Number(value(after, 'SEQUENCE'))).toBeGreaterThan(Number(value(before, 'SEQUENCE')));
    expect([value(before, 'STATUS'), value(after, 'STATUS')]).toEqual(['CONFIRMED', 'CANCELLED']);
    await milestones().unpublish({ documentId: day, locale: '*' } as never);
    expect(partsWith(day, await read('en'))).toEqual([]);
  });

  it('lead to the page of the commitment, a milestone to its place there, in the language of the feed', async () => {
    const timeframe = { endDate: '2030-05-01', endPrecision: 'month' };
    const commitment = await makeCommitment(tracker, {
      title: 'Led to',
      data: { slug: 'led-to', timeframe },
    });
    const documentId = await makeMilestone(tracker, { title: 'Step', data: { commitment, timeframe } });
    await move(documentId, 'start');
    for (const [locale, query] of [
      ['ka', ''],
      ['en', '?locale=en'],
    ] as const) {
      const page = `${tracker.url}/commitments/led-to${query}`;
      const place = `${page}#milestone-${documentId}`;
      const { text: atom } = await get(`changes.atom?locale=${locale}`);
      expect(partsWith(documentId, atom)[0]).toContain(
        `<link rel="alternate" type="text/html" href="${place}"/>`,
      );
      expect(atom).toContain(`<link rel="alternate" type="text/html" href="${tracker.url}/${query}"/>`);
      const { text: calendar } = await get(`deadlines.ics?locale=${locale}`);
      const urls = partsWith('/commitments/led-to', calendar).map((event) =>
        /^URL:(.*)$/m.exec(event)![1]!.trim(),
      );
      expect(urls.sort()).toEqual([page, place]);
      const shown = await (await fetch(page)).text();
      expect(shown).toContain(`id="milestone-${documentId}"`);
      expect(shown).toContain(`<link rel="canonical" href="${page}"`);
    }
    // Without a published commitment there is no such page; such content is older than the rule against it.
    await tracker.strapi.db
      .query('api::commitment.commitment')
      .deleteMany({ where: { documentId: commitment, publishedAt: { $notNull: true } } });
    const [alone] = partsWith(documentId, (await get('deadlines.ics')).text);
    expect(alone).toContain(`URL:${tracker.url}/api/milestones/${documentId}?locale=ka`);
  });

  it('give a document that has one language only in the language it has', async () => {
    const { documentId } = await milestones().create({
      locale: 'ka',
      data: {
        commitment: await parentOfMilestones(tracker),
        title: 'მხოლოდ ქართულად',
        timeframe: { endDate: '2019-02-28', endPrecision: 'day' },
      },
      status: 'published',
    } as never);
    const [event] = partsWith(documentId, (await get('deadlines.ics?locale=en')).text);
    expect(event).toContain('მხოლოდ ქართულად');
    const href = /^URL:(.*)$/m.exec(event!)![1]!.trim();
    expect((await fetch(href)).status).toBe(200);
  });
});
