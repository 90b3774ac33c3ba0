import type { Core } from '@strapi/strapi';
import { approvedComment, NO_LIMITS } from '../support/comments';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { attributes, readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

/** Where readers come to; the tests ask the server behind it. */
const PUBLIC_URL = 'https://promises.example';

describe('the page of a commitment', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;
  const page = (path: string) => readPage(tracker, path);
  /** A file as the media library has it, without the file itself. */
  const file = async (name: string, data: object): Promise<number> => {
    const made = (await strapi.db.query('plugin::upload.file').create({
      data: { name, hash: name, provider: 'local', url: `/uploads/${name}`, ...data },
    })) as { id: number };
    return made.id;
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { ...NO_LIMITS, PUBLIC_URL } });
    ({ strapi } = tracker);
  });
  afterAll(() => tracker.close());

  it('links files of evidence with what they are and how large, and shows logos with their text', async () => {
    const plan = await file('plan.pdf', { ext: '.pdf', mime: 'application/pdf', size: 1234.5 });
    const table = await file('table.csv', { ext: '.csv', mime: 'text/csv', size: 3.4 });
    const evil = await file('evil', { url: 'javascript:alert(1)', size: 1 });
    const image = { mime: 'image/png', ext: '.png', size: 2, width: 90, height: 30 };
    const own = await file('own.png', { ...image, alternativeText: 'A tower' });
    const plain = await file('plain.png', image);
    const foreign = await file('foreign.png', { ...image, url: 'https://elsewhere.example/a.png' });
    const organisation = async (slug: string, logo: number): Promise<string> => {
      const made = await strapi.documents('api::partner.partner').create({
        locale: 'ka',
        status: 'published',
        data: { name: `უწყება ${slug}`, slug, logo },
      } as never);
      return made.documentId;
    };
    const leads = [await organisation('own', own), await organisation('plain', plain)];
    const partner = await organisation('foreign', foreign);
    const commitment = await makeCommitment(tracker, {
      data: { slug: 'proven', leadAgencies: leads, partners: [partner] },
    });
    const evidence = [
      { title: 'The plan', file: plan },
      { title: 'The page', url: 'https://proof.example/a', file: table },
      { title: 'Nothing to open', file: evil },
    ];
    await makeMilestone(tracker, { data: { commitment, evidence } });
    await strapi.documents('api::progress-report.progress-report').create({
      locale: 'ka',
      status: 'published',
      data: {
        commitment,
        period: { kind: 'annual', year: 2026 },
        narrative: 'ტექსტი',
        evidence: [evidence[0]],
      },
    } as never);

    for (const [query, size, small] of [
      ['', '(PDF, 1,2 მბ)', '(CSV, 3 კბ)'],
      ['?locale=en', '(PDF, 1.2 MB)', '(CSV, 3 kB)'],
    ] as const) {
      const { text, seen } = await page(`/commitments/proven${query}`);
      expect(
        text.match(/<a href="\/uploads\/plan\.pdf" rel="noopener"><bdi>The plan<\/bdi><\/a>/g),
      ).toHaveLength(2);
      expect(seen.split(`The plan ${size}`)).toHaveLength(3);
      expect(text).toContain('<a href="https://proof.example/a" rel="noopener"><bdi>The page</bdi></a>');
      expect(text).toContain('<a href="/uploads/table.csv" rel="noopener"><bdi>table.csv</bdi></a>');
      expect(seen).toContain(small);
      expect(seen).toContain('Nothing to open');
      expect(text).not.toContain('javascript:');
      const name = query === '' ? 'ლოგო: უწყება plain' : 'Logo: უწყება plain';
      expect(attributes(text, 'img', 'src')).toEqual(['/uploads/own.png', '/uploads/plain.png']);
      expect(attributes(text, 'img', 'alt')).toEqual(['A tower', name]);
    }
    const shown = await page('/organisations/own');
    expect(attributes(shown.text, 'img', 'alt')).toEqual(['A tower']);
    expect(attributes((await page('/organisations/foreign')).text, 'img', 'src')).toEqual([]);
  });

  it('is known by one address, in itself, its card, its map and the feeds', async () => {
    const timeframe = { endDate: '2090-05-01', endPrecision: 'month' };
    const commitment = await makeCommitment(tracker, { data: { slug: 'one-address', timeframe } });
    const milestone = await makeMilestone(tracker, { data: { commitment, timeframe } });
    await strapi.plugin('accountability').service('workflows').move({
      contentType: 'api::milestone.milestone',
      documentId: milestone,
      workflow: 'implementation',
      transition: 'start',
    });
    for (const [locale, query] of [
      ['ka', ''],
      ['en', '?locale=en'],
    ] as const) {
      const address = `${PUBLIC_URL}/commitments/one-address${query}`;
      const { text } = await page(`/commitments/one-address${query}`);
      expect(attributes(text, 'link rel="canonical"', 'href')).toEqual([address]);
      expect(attributes(text, 'meta property="og:url"', 'content')).toEqual([address]);
      expect(attributes(text, 'a class="address"', 'href')).toEqual([address]);
      expect(text).toContain(`${PUBLIC_URL}/commitments/one-address/card${query}`);
      const card = await page(`/commitments/one-address/card${query}`);
      expect(attributes(card.text, 'a', 'href')[0]).toBe(address);
      expect((await page('/sitemap.xml')).text).toContain(`<loc>${address}</loc>`);
      const atom = await page(`/api/open-data/changes.atom?locale=${locale}`);
      expect(atom.text).toContain(`href="${address}#milestone-${milestone}"`);
      const calendar = await page(`/api/open-data/deadlines.ics?locale=${locale}`);
      const lines = calendar.text.replace(/\r\n /g, '').split('\r\n');
      expect(lines).toEqual(
        expect.arrayContaining([`URL:${address}`, `URL:${address}#milestone-${milestone}`]),
      );
    }
  });

  it('offers to report every approved comment, and to answer those of the first level while comments are open', async () => {
    const commitment = await makeCommitment(tracker, { data: { slug: 'spoken-of' } });
    const without = await page('/commitments/spoken-of');
    expect(without.text).not.toMatch(/<template|data-dialog/);
    const first = await approvedComment(tracker, commitment);
    const answer = await approvedComment(tracker, commitment, { parent: first });
    const buttons = (text: string, kind: string) =>
      attributes(text, `button[^>]*data-dialog="${kind}"`, 'data-comment').sort();
    const open = await page('/commitments/spoken-of');
    expect(buttons(open.text, 'report')).toEqual([first, answer].sort());
    expect(buttons(open.text, 'reply')).toEqual([first]);
    const { data } = (await (await fetch(`${tracker.url}/api/comments/report-reasons`)).json()) as {
      data: { code: string; labels: { ka: string } }[];
    };
    const [, form = ''] = /<template id="report-template">(.*?)<\/template>/s.exec(open.text) ?? [];
    for (const { code, labels } of data)
      expect(form).toContain(`<option value="${code}">${labels.ka}</option>`);
    await strapi.documents('api::commitment.commitment').update({
      documentId: commitment,
      locale: 'ka',
      status: 'published',
      data: { commentsOpen: false },
    } as never);
    const closed = await page('/commitments/spoken-of');
    expect(buttons(closed.text, 'report')).toEqual([first, answer].sort());
    expect(closed.text).not.toMatch(/data-dialog="reply"|id="reply-template"|data-comments/);
    expect(closed.text).toContain('/site/comments.js');
  });
});
