import { createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

interface Entry {
  transition: string;
  actor: object;
  subject: { collection: string; documentId: string };
}

describe('the history of a commitment', () => {
  let tracker: Tracker;
  let commitment: string;
  let milestone: string;
  let draft: string;
  let elsewhere: string;

  const move = (
    contentType: string,
    documentId: string,
    transition: string,
    reason?: string,
  ): Promise<unknown> =>
    tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({ contentType, documentId, workflow: 'implementation', transition, reason });
  const read = (query: string, type = 'commitments', documentId = commitment) =>
    jsonRequest<{ data: Entry[]; error: { details: { code: string }; message: string } }>(
      `${tracker.url}/api/${type}/${documentId}/status-history?${query}`,
    );

  beforeAll(async () => {
    tracker = await bootTracker();
    commitment = await makeCommitment(tracker, { title: 'Roads' });
    milestone = await makeMilestone(tracker, { title: 'Survey', data: { code: '7.1', commitment } });
    draft = await makeMilestone(tracker, { title: 'Secret', published: false, data: { commitment } });
    elsewhere = await makeMilestone(tracker, { title: 'Elsewhere' });
    await move(MILESTONE, milestone, 'start');
    await move(COMMITMENT, commitment, 'start');
    await move(MILESTONE, draft, 'start');
    await move(MILESTONE, elsewhere, 'start');
    await move(MILESTONE, milestone, 'withdraw', 'No money <br/>left');
  });
  afterAll(() => tracker.close());

  it('has the moves of its published milestones in one order of time, and names nobody', async () => {
    const { status, body } = await read('include=milestones');
    expect(status).toBe(200);
    expect(body.data.map(({ transition, subject }) => [transition, subject])).toEqual([
      ['withdraw', { collection: 'milestones', documentId: milestone }],
      ['start', { collection: 'commitments', documentId: commitment }],
      ['start', { collection: 'milestones', documentId: milestone }],
    ]);
    expect(body.data.map(({ actor }) => Object.keys(actor))).toEqual(body.data.map(() => ['kind', 'label']));
    const own = await read('');
    expect(own.body.data.map(({ subject }) => subject.documentId)).toEqual([commitment]);
  });

  it('takes no more statements for many milestones', async () => {
    const count = async () => {
      let statements = 0;
      // Strapi reads written entries once more after their commits: only readings of the history count.
      const listen = ({ sql }: { sql: string }) => {
        if (sql.includes('accountability_status_changes')) statements += 1;
      };
      tracker.strapi.db.connection.on('query', listen);
      await read('include=milestones');
      tracker.strapi.db.connection.removeListener('query', listen);
      return statements;
    };
    const before = await count();
    for (let index = 0; index < 5; index += 1) {
      await move(
        MILESTONE,
        await makeMilestone(tracker, { title: `Step ${index}`, data: { commitment } }),
        'start',
      );
    }
    expect(await count()).toBe(before);
  });

  it.each(['progressReports', 'partners', 'constructor', 'milestones,milestones', ''])(
    'refuses to include %p',
    async (include) => {
      const { status, body } = await read(`include=${include}`);
      expect(status).toBe(400);
      expect(body.error.details.code).toMatch(/INCLUDE_INVALID|NAME/);
      expect(body.error.message).toMatch(/include|constructor/);
    },
  );

  it('includes nothing for milestones, which have no parts', async () => {
    expect(await read('include=milestones', 'milestones', milestone)).toMatchObject({ status: 400 });
  });

  it.each([
    ['en', '7.1', 'Survey en', 'No money left'],
    ['ka', '7.1', 'Survey ka', 'No money left'],
  ])('is on its page in %s with the milestones named and linked', async (locale, code, title, reason) => {
    const { body } = await jsonRequest<{ data: { slug: string } }>(
      `${tracker.url}/api/commitments/${commitment}`,
      { token: await createFullAccessToken(tracker) },
    );
    const html = await (await fetch(`${tracker.url}/commitments/${body.data.slug}?locale=${locale}`)).text();
    const section = html.slice(html.indexOf('id="history"'));
    const list = section.slice(0, section.indexOf('</section>'));
    const link = new RegExp(`href="#milestone-${milestone}"[^>]*>[\\s\\S]*?${code}[\\s\\S]*?${title}`);
    expect(list).toMatch(link);
    expect(list).toContain(reason);
    expect(list).not.toMatch(/Secret|Elsewhere/);
    expect(html).toContain(`id="milestone-${milestone}"`);
    expect(list.match(/<li/g)!.length).toBe(8);
  });
});
