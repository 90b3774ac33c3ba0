import { dayIn } from '../../src/plugins/accountability/server/src/dates/site-day';
import { adminToken } from '../support/accounts';
import { makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';
/** The first and the last place on earth where a day begins: it is never the same day in both. */
const EARLY = 'Pacific/Kiritimati';
const LATE = 'Etc/GMT+12';

describe('what is overdue is so from midnight at the site', () => {
  let tracker: Tracker;
  afterEach(() => tracker?.close());

  /** Whether a milestone that ended yesterday, as the early have it, is overdue: everything that says so. */
  const overdueIn = async (timeZone: string): Promise<unknown> => {
    const now = new Date();
    const yesterday = new Date(Date.parse(dayIn(EARLY, now)) - 24 * 60 * 60 * 1000);
    tracker = await bootTracker({ env: { TIME_ZONE: timeZone, REMINDERS_TO: 'all@example.org' } });
    const documentId = await makeMilestone(tracker, {
      data: { timeframe: { endDate: yesterday.toISOString().slice(0, 10), endPrecision: 'day' } },
    });
    const bearer = await adminToken(tracker);
    const get = async (path: string): Promise<{ data: never }> => {
      const response = await tracker.request.get(path).set('Authorization', `Bearer ${bearer}`).expect(200);
      return response.body as { data: never };
    };
    const list: { data: unknown[] } = (await tracker.request.get('/api/milestones?overdue=true')).body as {
      data: unknown[];
    };
    const view: { data: { workflows: { overdue: boolean }[] } } = await get(
      `/accountability/documents/${UID}/${documentId}/workflows`,
    );
    const home: { data: { overdue: unknown[] } } = await get('/accountability/workflow-overview');
    tracker.strapi.log.level = 'info';
    const logged: string[] = [];
    tracker.strapi.log.on('data', (entry: unknown) => logged.push(JSON.stringify(entry)));
    await tracker.strapi.plugin('accountability').service('reminders').run({ now });
    return {
      list: list.data.length === 1,
      panel: view.data.workflows[0]?.overdue,
      home: home.data.overdue.length === 1,
      reminder: logged.join('').includes('Overdue: 1'),
    };
  };

  it('where the day has ended', async () => {
    expect(await overdueIn(EARLY)).toEqual({ list: true, panel: true, home: true, reminder: true });
  }, 120_000);

  it('where it has not', async () => {
    expect(await overdueIn(LATE)).toEqual({ list: false, panel: false, home: false, reminder: false });
  }, 120_000);
});
