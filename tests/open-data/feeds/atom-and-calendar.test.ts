import { bootFeeds, partsWith, type Feeds } from '../../support/feeds';
import { makeCommitment, makeMilestone, parentOfMilestones } from '../../support/milestones';
import type { Tracker } from '../../support/tracker';

describe('the feeds', () => {
  let feeds: Feeds;
  let tracker: Tracker;
  beforeAll(async () => {
    feeds = await bootFeeds();
    ({ tracker } = feeds);
  });
  afterAll(() => tracker.close());

  it('of status changes describe what moved from where to where, why, and name no person', async () => {
    const documentId = await makeMilestone(tracker, { title: 'A <b>bold</b> & "quoted"' });
    await feeds.move(documentId, 'start');
    await feeds.move(documentId, 'delay', { reason: 'No money & no time' });
    const hidden = await makeMilestone(tracker, { title: 'Hidden', published: false });
    await feeds.move(hidden, 'start');
    const english = await feeds.get('changes.atom?locale=en');
    expect(english.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(english.headers.get('content-language')).toBe('en');
    const [latest, earlier, ...rest] = partsWith(documentId, english.text);
    expect(rest).toEqual([]);
    const title = 'A bold &amp; &quot;quoted&quot; en';
    expect(latest).toContain(`<title>${title}: In progress → Delayed</title>`);
    expect(latest).toContain('Reason: No money &amp; no time');
    expect(earlier).toContain(`<title>${title}: Not started → In progress</title>`);
    expect(english.text).not.toContain(hidden);
    const georgian = (await feeds.get('changes.atom')).text;
    expect(georgian).toContain('მიმდინარეობს → ყოვნდება');
    expect(georgian).toContain('xml:lang="ka"');
    const href = /<link rel="alternate"[^>]*href="([^"]*)"/.exec(latest!)![1]!;
    expect((await fetch(href)).status).toBe(200);

    const ids = (text: string) => [...text.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids(english.text)).size).toBe(ids(english.text).length);
    expect(ids(english.text).slice(1)).toEqual(ids(georgian).slice(1));
    const [first] = ids(english.text).slice(1);
    await feeds.milestones().unpublish({ documentId, locale: '*' } as never);
    const after = (await feeds.get('changes.atom?locale=en')).text;
    expect(after).not.toContain(documentId);
    expect(after).toContain(`<at:deleted-entry ref="${first}" when="`);
    expect(after).not.toContain('bold');
  });

  it('of status changes hold the newest hundred, older ones on pages behind', async () => {
    const documentId = await makeMilestone(tracker);
    await feeds.move(documentId, 'start');
    for (let round = 0; round < 52; round += 1) {
      await feeds.move(documentId, 'suspend');
      await feeds.move(documentId, 'resume');
    }
    const { text } = await feeds.get('changes.atom?locale=en');
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
      const answer = await feeds.get(`deadlines.ics?locale=${locale}`);
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
    expect(only(day)).toContain('SUMMARY:Day\\; exact\\, so en');
    expect(only(day)).toContain('Due on 28 February 2019.\\nStatus: Not started');
    expect(only('/commitments/promise')).toContain('DTSTART;VALUE=DATE:20201231');
    for (const id of [unknown, ongoing, draft]) expect(partsWith(id, english)).toEqual([]);
    const georgian = await read('ka');
    expect(only(month, georgian)).toContain('ვადა: ოქტომბერი 2018\\; ნაჩვენებია ამ პერიოდის ბოლო დღეს.');
    expect(only(month, georgian)).toContain('SUMMARY:Month ka');

    const value = (event: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(event)![1]!.trim();
    await feeds.move(month, 'withdraw', { reason: 'Given up' });
    const [before, after] = [only(month), only(month, await read('en'))];
    expect(value(after, 'UID')).toBe(value(before, 'UID'));
    expect(Number(value(after, 'SEQUENCE'))).toBeGreaterThan(Number(value(before, 'SEQUENCE')));
    expect([value(before, 'STATUS'), value(after, 'STATUS')]).toEqual(['CONFIRMED', 'CANCELLED']);
    await feeds.milestones().unpublish({ documentId: day, locale: '*' } as never);
    expect(partsWith(day, await read('en'))).toEqual([]);
  });

  it('lead to the page of the commitment, a milestone to its place there, in the language of the feed', async () => {
    const timeframe = { endDate: '2030-05-01', endPrecision: 'month' };
    const commitment = await makeCommitment(tracker, {
      title: 'Led to',
      data: { slug: 'led-to', timeframe },
    });
    const documentId = await makeMilestone(tracker, { title: 'Step', data: { commitment, timeframe } });
    await feeds.move(documentId, 'start');
    for (const [locale, query] of [
      ['ka', ''],
      ['en', '?locale=en'],
    ] as const) {
      const page = `${tracker.url}/commitments/led-to${query}`;
      const place = `${page}#milestone-${documentId}`;
      const { text: atom } = await feeds.get(`changes.atom?locale=${locale}`);
      expect(partsWith(documentId, atom)[0]).toContain(
        `<link rel="alternate" type="text/html" href="${place}"/>`,
      );
      expect(atom).toContain(`<link rel="alternate" type="text/html" href="${tracker.url}/${query}"/>`);
      const { text: calendar } = await feeds.get(`deadlines.ics?locale=${locale}`);
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
    const [alone] = partsWith(documentId, (await feeds.get('deadlines.ics')).text);
    expect(alone).toContain(`URL:${tracker.url}/api/milestones/${documentId}?locale=ka`);
  });

  it('give a document that has one language only in the language it has', async () => {
    const { documentId } = await feeds.milestones().create({
      locale: 'ka',
      data: {
        commitment: await parentOfMilestones(tracker),
        title: 'მხოლოდ ქართულად',
        timeframe: { endDate: '2019-02-28', endPrecision: 'day' },
      },
      status: 'published',
    } as never);
    const [event] = partsWith(documentId, (await feeds.get('deadlines.ics?locale=en')).text);
    expect(event).toContain('მხოლოდ ქართულად');
    const href = /^URL:(.*)$/m.exec(event!)![1]!.trim();
    expect((await fetch(href)).status).toBe(200);
  });
});
