import type { Core } from '@strapi/strapi';
import { approvedComment, NO_LIMITS, sendComment, writtenComment, SECRET_MAIL } from '../support/comments';
import { parseCsv } from '../support/csv';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { attributes, readPage, type PageAnswer } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>'{{x}}&lt;script&gt;alert(3)&lt;/script&gt;`;
const KUTAISI = '/commitments/open-data-kutaisi';

describe('the public pages', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;

  const page = (path: string, headers: Record<string, string> = {}): Promise<PageAnswer> =>
    readPage(tracker, path, headers);
  const documents = (uid: string) => strapi.documents(uid as 'api::commitment.commitment');

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS } });
    ({ strapi } = tracker);
  }, 120_000);
  afterAll(() => tracker.close());

  it.each(['/', '/commitments', KUTAISI, '/organisations', '/organisations/kutaisi-city-hall', '/data'])(
    '%s comes whole from the server, in both languages',
    async (path) => {
      for (const [language, query] of [
        ['ka', ''],
        ['en', '?locale=en'],
      ] as const) {
        const { status, headers, text } = await page(`${path}${query}`);
        expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
        expect(text).toContain(`<html lang="${language}" dir="ltr">`);
        expect(attributes(text, 'link rel="canonical"', 'href')).toEqual([`${tracker.url}${path}${query}`]);
        expect(attributes(text, 'link rel="alternate"', 'hreflang')).toEqual(['ka', 'en', 'x-default']);
        expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
        // A message that a script fills in is an attribute of its own.
        const shown = text.replace(/data-labelled="[^"]*"/g, '');
        expect(shown).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/);
        for (const name of ['og:title', 'og:description', 'og:url', 'og:locale']) {
          expect(text).toContain(`property="${name}"`);
        }
        for (const [, data] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
          expect(() => JSON.parse(data as string) as unknown).not.toThrow();
        }
      }
    },
  );

  it('shows everything the page of Kutaisi has, in its order, in both languages', async () => {
    const inOrder = (seen: string, parts: string[]) => {
      let from = 0;
      for (const part of parts) {
        const at = seen.indexOf(part, from);
        expect([part, at]).toEqual([part, expect.any(Number)]);
        if (at < 0) throw new Error(`“${part}” is not where it should be`);
        from = at;
      }
    };
    const en = await page(`${KUTAISI}?locale=en`);
    inOrder(en.seen, [
      'OGP Georgia National Action Plan for 2018-2019',
      'Improving the open data collection and publishing process in Kutaisi Municipality',
      // The summary, the facts, then the texts.
      'Completed',
      'June 2019',
      '4 of 4 milestones completed',
      'Kutaisi Municipality City Hall',
      'October 2018',
      'June 2019',
      'Fully implemented',
      'Transparency',
      'Accountability',
      'Engagement',
      'Peace, Justice and Strong Institutions',
      'Kutaisi Municipality City Hall',
      'GE0082',
      'The commitment starts from the view that open data',
      'An Open Data Action Plan for 2019-2020 and a monitoring framework',
      '2019, Annual',
      'Helped by UNDP, Kutaisi Municipality adopted',
      'IDFI trained two groups on open data',
      '4 of 4 milestones completed',
      '2.2.1',
      'Preparing a situational analysis',
      'The situational analysis has been prepared',
      'September 2018 – December 2018',
      'USAID Good Governance Initiative in Georgia (GGI)',
      '2.2.4',
      'By the independent mechanism',
      'Low',
      'No IRM Data',
      'What the commitment had changed by the time it was assessed.',
      'Comments',
      'Will not be published.',
    ]);
    const ka = await page(KUTAISI);
    inOrder(ka.seen, [
      'ღია მმართველობა საქართველოს 2018-2019 წლების ეროვნული სამოქმედო გეგმა',
      'ღია მონაცემების შეგროვებისა და გამოქვეყნების პროცესის გაუმჯობესება',
      'დასრულდა',
      'ოქტომბერი 2018',
      'ივნისი 2019',
      'სრულად შესრულდა',
      'გამჭვირვალობა',
      'ანგარიშვალდებულება',
      'ქუთაისის მუნიციპალიტეტის მერია',
      '2019, წლიური',
      '31 დეკემბერი, 2020',
      'დასრულებულია 4 ეტაპიდან 4',
      'სექტემბერი 2018 – დეკემბერი 2018',
      'კომენტარები',
      'არ გამოქვეყნდება.',
    ]);
    expect(en.text).toContain('"@type":"https://schema.org/Project"');
  });

  it('heads the home page with the plan of today and its numbers, which are those of the API', async () => {
    const { tables } = (await (
      await fetch(`${tracker.url}/api/open-data/summary.json?locale=en`)
    ).json()) as {
      tables: {
        name: string;
        counts: { count: number; action_plan_id?: { label: string } | null }[];
      }[];
    };
    const { text, seen } = await page('/?locale=en');
    const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(text) ?? [];
    const { counts } = tables.find(({ name }) => name === 'commitments_by_plan_and_status')!;
    const sum = counts
      .filter(({ action_plan_id: plan }) => plan?.label === title)
      .reduce((all, { count }) => all + count, 0);
    expect(sum).toBeGreaterThan(0);
    const [, panel = ''] = /class="card panel">(.*?)<\/section>/s.exec(text) ?? [];
    expect(panel).toContain('<svg');
    // Never by colour alone: every part of the bar has its number, its shape and its word.
    const [, legend = ''] = /class="legend standing">(.*?)<\/ul>/s.exec(panel) ?? [];
    const numbers = [...legend.matchAll(/<b>(\d+)<\/b>\s*<a [^>]*>\s*<svg/g)].map(([, number]) =>
      Number(number),
    );
    expect(numbers.reduce((all, one) => all + one, 0)).toBe(sum);
    expect(seen).toContain(`of ${sum} commitment`);
    expect(seen).toMatch(/As of: \d+ \w+ \d{4}/);
  });

  it('escapes what people wrote, wherever it is', async () => {
    const slug = 'hostile';
    const { documentId: agency } = await documents('api::partner.partner').create({
      locale: 'ka',
      status: 'published',
      data: {
        name: `უწყება ${HOSTILE}`,
        slug: 'hostile-agency',
        acronym: HOSTILE.slice(0, 50),
        website: 'https://a.example/"><script>',
      },
    } as never);
    const id = await makeCommitment(tracker, {
      title: HOSTILE,
      data: {
        slug,
        description: `${HOSTILE}\n\n[x](javascript:alert(3))`,
        code: '9.9',
        leadAgencies: [agency],
      },
    });
    const step = await makeMilestone(tracker, { title: HOSTILE, data: { commitment: id, result: HOSTILE } });
    await approvedComment(tracker, id, { authorName: `ა ${HOSTILE}`.slice(0, 80), body: HOSTILE });
    for (const path of [
      `/commitments/${slug}`,
      '/',
      '/commitments',
      '/organisations',
      '/organisations/hostile-agency',
      `/commitments?q=${encodeURIComponent(HOSTILE)}`,
    ]) {
      const { text, seen, status } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, text.match(/<script(?! type="(module|application\/ld\+json)")/g)]).toEqual([path, null]);
      expect([path, text.replace(/"[^"]*"/g, '""').match(/<[^>]*\son\w+=/g)]).toEqual([path, null]);
      expect(
        attributes(text, 'a', 'href').filter((href) => !/^(https?:|\/|#|mailto:\?subject=)/.test(href)),
      ).toEqual([]);
      // Nothing has such a title once its tags are gone: the field has what was searched.
      if (path.includes('?q=')) expect(attributes(text, 'input', 'value')).toContain(HOSTILE);
      else if (path !== '/')
        expect([path, seen.includes(`'{{x}}<script>alert(3)</script>`)]).toEqual([path, true]);
    }
    await documents('api::milestone.milestone').unpublish({ documentId: step, locale: '*' } as never);
    await documents('api::commitment.commitment').unpublish({ documentId: id, locale: '*' } as never);
    expect((await page(`/commitments/${slug}`)).status).toBe(404);
    await documents('api::commitment.commitment').delete({ documentId: id, locale: '*' } as never);
  });

  it('shows no draft, no other state of what is published, and no private word', async () => {
    const id = await makeCommitment(tracker, { title: 'Open words', data: { slug: 'open-words' } });
    await documents('api::commitment.commitment').update({
      documentId: id,
      locale: 'en',
      data: { title: 'Hidden words' },
    } as never);
    await makeCommitment(tracker, { title: 'Draft words', published: false, data: { slug: 'draft-words' } });
    await makeMilestone(tracker, { title: 'Draft milestone', published: false, data: { commitment: id } });
    await sendComment(tracker, id, { ...writtenComment(), body: 'Waiting words' });
    await approvedComment(tracker, id, { body: 'Approved words' });
    const paths = ['/', '/commitments', '/commitments/open-words', '/organisations', '/data', '/sitemap.xml'];
    const all: string[] = [];
    for (const path of paths) all.push((await page(`${path}?locale=en`)).text);
    const text = all.join('\n');
    expect(text).toContain('Open words en');
    expect(text).toContain('Approved words');
    for (const secret of [
      'Hidden words',
      'Draft words',
      'draft-words',
      'Draft milestone',
      'Waiting words',
      SECRET_MAIL,
    ]) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
    expect((await page('/commitments/draft-words')).status).toBe(404);
    await documents('api::commitment.commitment').delete({ documentId: id, locale: '*' } as never);
  });

  it('shows what is not translated in the other language, and says so', async () => {
    const { documentId } = await documents('api::commitment.commitment').create({
      locale: 'ka',
      status: 'published',
      data: { title: 'მხოლოდ ჩვენს ენაზე', slug: 'only-georgian', description: 'აღწერა არ ითარგმნა' },
    } as never);
    for (const path of ['/commitments/only-georgian', '/commitments']) {
      const { text, seen, status } = await page(`${path}?locale=en`);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain('<span lang="ka" dir="ltr">მხოლოდ ჩვენს ენაზე</span');
      expect(seen).toContain('(in Georgian only)');
    }
    expect((await page('/commitments/only-georgian')).seen).not.toContain('მხოლოდ ქართულად');
    await documents('api::commitment.commitment').delete({ documentId, locale: '*' } as never);
  });

  it('lists exactly what the same filters of the API give, to read and to download', async () => {
    const agency = (await documents('api::partner.partner').findFirst({
      filters: { slug: 'kutaisi-city-hall' },
    } as never)) as unknown as { documentId: string };
    const late = await makeCommitment(tracker, {
      title: 'Late',
      data: {
        slug: 'late',
        timeframe: {
          startDate: '2020-01-01',
          startPrecision: 'month',
          endDate: '2021-01-01',
          endPrecision: 'year',
        },
      },
    });
    for (const [query, filters] of [
      ['', ''],
      ['status=completed', 'filters[implementationStatus][$eq]=completed'],
      ['assessment=fully-implemented', 'filters[assessment][$eq]=fully-implemented'],
      ['agency=kutaisi-city-hall', `filters[leadAgencies][documentId][$eq]=${agency.documentId}`],
      // As it is typed into the field.
      ['agency=city+hall', `filters[leadAgencies][documentId][$eq]=${agency.documentId}`],
      ['percent=50', 'filters[progress][$gte]=50'],
      ['ogp=transparency', 'filters[themes][code][$eq]=transparency'],
      ['sdg=sdg-16', 'filters[themes][code][$eq]=sdg-16'],
      ['overdue=true', 'overdue=true'],
      ['overdue=false', 'overdue=false'],
      ['plan=georgia-2018-2019', 'filters[actionPlan][slug][$eq]=georgia-2018-2019'],
      ['q=late', 'filters[slug][$eq]=late'],
    ] as const) {
      const { text } = await page(`/commitments?${query}&locale=en`);
      const answer = await fetch(`${tracker.url}/api/commitments?locale=en&fields[0]=slug&${filters}`);
      const { data } = (await answer.json()) as { data: { slug: string }[] };
      const expected = data.map(({ slug }) => slug).sort();
      const listed = [...text.matchAll(/<h3>.*?href="\/commitments\/([^"?]+)/gs)].map(([, slug]) => slug);
      expect([query, listed.sort()]).toEqual([query, expected]);
      const csv = attributes(text, 'a', 'href').find((href) => href.includes('commitments.csv'));
      expect([query, csv !== undefined]).toEqual([query, expected.length > 0]);
      if (csv) {
        const rows = parseCsv(await (await fetch(`${tracker.url}${csv}`)).text());
        expect([query, rows.map(({ slug }) => slug).sort()]).toEqual([query, expected]);
      }
    }
    await documents('api::commitment.commitment').delete({ documentId: late, locale: '*' } as never);
  });

  it('breaks over nothing: endless titles and words, no dates', async () => {
    const title = `${'ძალიან '.repeat(40)}${'ა'.repeat(200)}`.slice(0, 500);
    const id = await makeCommitment(tracker, { title, data: { slug: 'endless' } });
    expect((await page('/commitments/endless')).seen).toContain(
      'ამ ვალდებულებას გამოქვეყნებული ეტაპები არ აქვს.',
    );
    for (let number = 1; number <= 3; number += 1) {
      await makeMilestone(tracker, { title: `ეტაპი ${number}`, data: { commitment: id, order: number } });
    }
    const { status, text, seen } = await page('/commitments/endless');
    expect(status).toBe(200);
    expect(text.match(/id="milestone-/g)).toHaveLength(3);
    expect(seen).toContain('დასრულებულია 3 ეტაპიდან 0');
    expect((await page('/commitments?locale=en')).status).toBe(200);
  });
});
