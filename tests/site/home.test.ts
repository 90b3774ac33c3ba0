import type { Core } from '@strapi/strapi';
import { NO_LIMITS } from '../support/comments';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const years = (from: number, to: number) => ({
  startDate: `${from}-01-01`,
  startPrecision: 'year',
  endDate: `${to}-01-01`,
  endPrecision: 'year',
});

describe('the home page', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;
  const home = () => readPage(tracker, '/?locale=en');
  /** The markup of a section, by the id of its heading. */
  const section = (text: string, id: string): string =>
    new RegExp(`aria-labelledby="${id}".*?</section>`, 's').exec(text)?.[0] ?? '';

  const makePlan = async (title: string, slug: string, timeframe: object): Promise<string> => {
    const plans = strapi.documents('api::action-plan.action-plan');
    const data = { title, slug, timeframe, jurisdiction: 'Here' };
    const { documentId } = await plans.create({ locale: 'ka', status: 'published', data } as never);
    await plans.update({ documentId, locale: 'en', status: 'published', data: { title } } as never);
    return documentId;
  };

  beforeAll(async () => {
    tracker = await bootTracker({
      env: {
        ...NO_LIMITS,
        OPEN_DATA_PUBLISHER_EN: 'City Hall',
        SITE_INTRODUCTION_EN: 'What the city has promised.',
        SITE_COLOUR: '#7a0c0c',
        SITE_EMBLEM: 'public/site/icon.svg',
      },
    });
    ({ strapi } = tracker);
  });
  afterAll(() => tracker.close());

  it('says that nothing is published where nothing is', async () => {
    const { status, seen } = await home();
    expect(status).toBe(200);
    expect(seen).toContain('What was promised, and what became of it');
    expect(seen).toContain('Nothing is published yet.');
  });

  it('says whose it is, in its own colour, with its own emblem and introduction', async () => {
    const { text, seen } = await home();
    expect(seen).toContain('City Hall');
    expect(seen).toContain('What the city has promised.');
    const [, emblem = ''] = /<img class="emblem" src="([^"]+)"/.exec(text) ?? [];
    const file = await fetch(`${tracker.url}${emblem.replaceAll('&amp;', '&')}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    const [styles = ''] = /\/site\/site\.css[^"]*/.exec(text) ?? [];
    expect(await (await fetch(`${tracker.url}${styles}`)).text()).toContain('{--brand: #7a0c0c;}');
  });

  it('is headed by the plan that is running; the others have numbers of their own', async () => {
    const year = new Date().getUTCFullYear();
    const now = await makePlan('Plan of now', 'now', years(year - 1, year + 1));
    const old = await makePlan('Plan of old', 'old', years(2012, 2013));
    await makePlan('Plan to come', 'next', years(year + 2, year + 3));
    await makeCommitment(tracker, {
      title: 'Old and late',
      data: { actionPlan: old, timeframe: years(2012, 2013) },
    });
    await makeCommitment(tracker, {
      title: 'Now and late',
      data: { actionPlan: now, slug: 'now-late', timeframe: years(year - 1, year - 1) },
    });
    const later = await makeCommitment(tracker, { title: 'Now', data: { actionPlan: now, slug: 'now' } });
    const milestone = await makeMilestone(tracker, {
      title: 'Step',
      data: { commitment: later, code: '1.1' },
    });
    await strapi.plugin('accountability').service('workflows').move({
      contentType: 'api::milestone.milestone',
      documentId: milestone,
      workflow: 'implementation',
      transition: 'start',
      reason: 'The tender is out.',
    });
    const { text, seen } = await home();
    expect(text).toMatch(/<h1[^>]*>Plan of now<\/h1>/);
    expect(seen).toContain('The current action plan');
    expect(seen).toContain('0 of 2 commitments completed');
    const days = Math.round((Date.now() - Date.UTC(year - 1, 11, 31)) / 86_400_000);
    const late = section(text, 'late');
    expect(late).toContain('Now and late');
    expect(late).toMatch(new RegExp(`(${days - 1}|${days}|${days + 1}) days late`));
    // What was due in another plan is counted with that one.
    expect(late).not.toContain('Old and late');
    const archive = section(text, 'plans');
    expect(archive).toContain('Plan of old');
    expect(archive).toContain('Plan to come');
    expect(archive).not.toContain('Plan of now');
    const changes = section(text, 'changes');
    expect(changes).toContain(`href="/commitments/now?locale=en#milestone-${milestone}"`);
    expect(changes).toContain('Not started → In progress');
    expect(changes).toContain('The tender is out.');
  });

  it('takes the latest changes from the API, which names no person', async () => {
    const answer = await fetch(`${tracker.url}/api/open-data/status-changes.json?limit=1`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    const { data } = (await answer.json()) as { data: Record<string, unknown>[] };
    expect(data).toEqual([
      {
        subject: { collection: 'milestones', documentId: expect.any(String) as string },
        workflow: 'implementation',
        from: expect.objectContaining({ code: 'not-started' }) as object,
        to: expect.objectContaining({ code: 'in-progress' }) as object,
        at: expect.any(String) as string,
        asOf: null,
        asOfPrecision: null,
        reason: 'The tender is out.',
      },
    ]);
    for (const limit of ['0', '101', 'few']) {
      const refused = await fetch(`${tracker.url}/api/open-data/status-changes.json?limit=${limit}`);
      expect([limit, refused.status]).toEqual([limit, 400]);
    }
    const { documentId } = data[0]!.subject as { documentId: string };
    await strapi.documents('api::milestone.milestone').unpublish({ documentId, locale: '*' } as never);
    const after = await fetch(`${tracker.url}/api/open-data/status-changes.json`);
    expect(await after.text()).not.toContain('The tender is out.');
    expect((await home()).text).not.toContain('The tender is out.');
  });
});
