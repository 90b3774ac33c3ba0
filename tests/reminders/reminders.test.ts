import { startMailServer, type MailServer } from '../support/mail-server';
import { makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const NOW = new Date('2026-11-20T08:00:00Z');
const ALL = 'secretariat@example.org';
const AGENCY = 'agency@example.org';

interface Reminders {
  run(options: {
    now: Date;
    onlyUnsent?: boolean;
  }): Promise<{ sent: number; failed: number; logged: number }>;
}

describe('reminders', () => {
  let tracker: Tracker;
  let server: MailServer;

  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(async () => {
    await tracker.close();
    await server.close();
  });

  const boot = async (env: Record<string, string> = {}) => {
    tracker = await bootTracker({
      env: {
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(server.port),
        SMTP_FROM: 'tracker@example.org',
        REMINDERS_TO: ALL,
        ...env,
      },
    });
  };
  const run = (now = NOW) =>
    (tracker.strapi.plugin('accountability').service('reminders') as Reminders).run({ now });
  const timeframe = (endDate: string, endPrecision = 'day') => ({ timeframe: { endDate, endPrecision } });
  const makeAgency = async () => {
    const { documentId } = await tracker.strapi
      .documents('api::partner.partner')
      .create({ locale: 'ka', data: { name: 'Agency', contactEmail: AGENCY } } as never);
    await tracker.strapi.documents('api::partner.partner').publish({ documentId } as never);
    return documentId;
  };
  /** Text of a mail, its transfer encoding undone. */
  const readable = (text: string) =>
    text
      .split(/\r?\n\r?\n/)
      .map((part) => (/^[A-Za-z0-9+/=\s]+$/.test(part) ? Buffer.from(part, 'base64').toString() : part))
      .join('\n')
      .replace(/=\r?\n/g, '');

  it('go to the responsible and to those who get everything, once a day', async () => {
    await boot();
    const agency = await makeAgency();
    await makeMilestone(tracker, {
      title: 'Late',
      data: { ...timeframe('2018-10-01', 'month'), responsibleAgencies: [agency] },
    });
    await makeMilestone(tracker, { title: 'Soon', data: timeframe('2026-11-25') });
    await makeMilestone(tracker, { title: 'Far', data: timeframe('2027-05-01') });
    const over = await makeMilestone(tracker, { title: 'Over', data: timeframe('2018-10-01') });
    await tracker.strapi.plugin('accountability').service('workflows').move({
      contentType: 'api::milestone.milestone',
      documentId: over,
      workflow: 'implementation',
      transition: 'withdraw',
      reason: 'x',
    });

    expect(await run()).toEqual({ sent: 2, failed: 0, logged: 0 });
    const mailTo = (address: string) =>
      readable(server.mails.find(({ to }) => to.includes(address))?.text ?? '');
    expect(mailTo(ALL)).toContain('Late ka');
    expect(mailTo(ALL)).toContain('Soon ka');
    expect(mailTo(AGENCY)).toContain('Late ka');
    expect(mailTo(AGENCY)).toMatch(
      /https?:\/\/\S+\/admin\/content-manager\/collection-types\/api::milestone\.milestone\//,
    );
    expect(mailTo(AGENCY)).not.toContain('Soon ka');
    for (const { text } of server.mails) expect(readable(text)).not.toMatch(/Far ka|Over ka/);

    expect(await run()).toEqual({ sent: 0, failed: 0, logged: 0 });
    expect(server.mails).toHaveLength(2);
    expect(await run(new Date('2026-11-21T08:00:00Z'))).toMatchObject({ sent: 2 });
  });

  it('are sent once by several that run at the same time', async () => {
    await boot();
    await makeMilestone(tracker, { data: timeframe('2018-10-01') });
    const results = await Promise.all([run(), run(), run(), run()]);
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(server.mails).toHaveLength(1);
  });

  it('that a mail server refuses are sent by the next run, and no address is kept or logged', async () => {
    await boot();
    await makeMilestone(tracker, { data: timeframe('2018-10-01') });
    const logged: string[] = [];
    tracker.strapi.log.on('data', (entry: { message?: string }) => logged.push(JSON.stringify(entry)));
    server.refusing = true;
    expect(await run()).toEqual({ sent: 0, failed: 1, logged: 0 });
    server.refusing = false;
    // Not on the same day, and not by the run of the next digest: the hourly one sees to it.
    const later = { now: new Date('2026-11-22T08:00:00Z'), onlyUnsent: true };
    const { run: runWith } = tracker.strapi.plugin('accountability').service('reminders') as Reminders;
    expect(await runWith(later)).toEqual({ sent: 1, failed: 0, logged: 0 });
    expect(await runWith(later)).toEqual({ sent: 0, failed: 0, logged: 0 });
    expect(server.mails).toHaveLength(1);
    const kept: unknown[] = await tracker.strapi.db
      .query('plugin::accountability.reminder-delivery')
      .findMany({});
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept) + logged.join('')).not.toContain('example.org');
    expect(logged.join('')).toContain('could not be sent');
  });

  it('are only logged without a mail server, by their numbers', async () => {
    await boot({ SMTP_HOST: '' });
    await makeMilestone(tracker, { title: 'Secret', data: timeframe('2018-10-01') });
    tracker.strapi.log.level = 'info';
    const logged: string[] = [];
    tracker.strapi.log.on('data', (entry: unknown) => logged.push(JSON.stringify(entry)));
    expect(await run()).toEqual({ sent: 0, failed: 0, logged: 1 });
    expect(logged.join('')).toContain('Overdue: 1');
    expect(logged.join('')).not.toMatch(/Secret|example\.org/);
    expect(server.mails).toEqual([]);
  });

  it('keep the contact address to editors', async () => {
    await boot();
    const agency = await makeAgency();
    for (const query of ['', '?fields[0]=name', '?populate=*']) {
      const response = await tracker.request.get(`/api/partners/${agency}${query}`).expect(200);
      expect(JSON.stringify(response.body)).not.toContain('example.org');
    }
    for (const query of [
      'fields[0]=contactEmail',
      'sort=contactEmail',
      'filters[contactEmail][$contains]=agency',
      'filters[responsibleMilestones][responsibleAgencies][contactEmail][$contains]=agency',
    ]) {
      await tracker.request.get(`/api/partners?${query}`).expect(400);
    }
    const csv = await tracker.request.get('/api/open-data/partners.csv').expect(200);
    expect(csv.text).not.toContain('example.org');
  });
});
