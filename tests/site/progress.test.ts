import { makeCommitment } from '../support/milestones';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const PLAN = 'api::action-plan.action-plan';

describe('progress over time', () => {
  let tracker: Tracker;
  const ids: string[] = [];

  const record = (documentId: string, date: string, precision: string): Promise<unknown> =>
    tracker.strapi.plugin('accountability').service('workflows').record({
      contentType: COMMITMENT,
      documentId,
      workflow: 'implementation',
      state: 'in-progress',
      asOf: { date, precision },
    });
  const seen = async (path: string): Promise<string> => {
    const { status, seen: text } = await readPage(tracker, path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/);
    return text.replace(/\s+/g, ' ');
  };

  beforeAll(async () => {
    tracker = await bootTracker();
    for (const slug of ['old', 'new']) {
      const plan = await tracker.strapi.documents(PLAN).create({
        data: {
          title: `Plan ${slug}`,
          slug,
          timeframe: { startDate: slug === 'old' ? '2020-01-01' : '2024-01-01', startPrecision: 'day' },
        } as never,
        locale: 'ka',
        status: 'published',
      });
      for (const name of ['a', 'b']) {
        ids.push(
          await makeCommitment(tracker, {
            title: `${slug} ${name}`,
            data: { slug: `${slug}-${name}`, actionPlan: plan.documentId },
          }),
        );
      }
    }
    await record(ids[0]!, '2020-02-01', 'month');
    await record(ids[2]!, '2024-01-01', 'quarter');
  }, 120_000);
  afterAll(() => tracker.close());

  it('is on the page of a plan and on the home page, and follows each change', async () => {
    expect(await seen('/plans/old?locale=en')).toMatch(/2020 1 0 1 .*2026 1 1 0/);
    await record(ids[1]!, '2021-05-01', 'month');
    const text = await seen('/plans/old?locale=en');
    expect(text).toMatch(/In progress Nothing recorded yet 2020 1 1 2021 2 0 /);
    const home = await seen('/?locale=en');
    expect(home).toContain('Progress over time');
    expect(home).toContain('Compare with other action plans');
  });

  it('compares two plans, by default the latest ones', async () => {
    for (const path of [
      '/compare?locale=en',
      '/compare?plan=old&with=new&locale=en',
      '/compare?plan=x&with=',
    ]) {
      const { text } = await readPage(tracker, path);
      expect(text).toContain('href="/plans/old');
      expect(text).toContain('href="/plans/new');
    }
    const text = await seen('/compare?plan=old&with=new&locale=en');
    expect(text).toMatch(/18 months 0 \(0%\) 0 \(0%\)/);
    expect((await readPage(tracker, '/sitemap.xml')).text).toContain(`<loc>${tracker.url}/compare</loc>`);
    expect((await readPage(tracker, '/compare?plan=old')).text).toContain('noindex');
  });

  it('answers any parameter', async () => {
    for (const query of [
      'plan=%3Cb%3E',
      'plan=a&plan=b',
      'plan[$ne]=x',
      'with=%00',
      `plan=${'a'.repeat(500)}`,
    ])
      expect([query, (await readPage(tracker, `/compare?${query}`)).status]).toEqual([query, 200]);
  });
});
