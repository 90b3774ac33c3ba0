import { createFullAccessToken } from '../support/accounts';
import { approvedComment, COMMENT, NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { failStatements } from '../support/failing-statements';
import { bootTracker, type Tracker } from '../support/tracker';

const PRIVATE = /secret\.address|screeningScore|screening_score|textFingerprint|openReports|moderationNote/;

describe('the e-mail address of a commenter', () => {
  let tracker: Tracker;
  let token: string;
  let commitment: string;
  let comment: string;
  const events: string[] = [];

  beforeAll(async () => {
    tracker = await bootTracker({ env: { ...NO_LIMITS, SEED_DEMO: 'true' } });
    const { strapi } = tracker;
    for (const name of ['entry.create', 'entry.update', 'accountability.transition']) {
      strapi.eventHub.on(name, async (payload: unknown) => {
        events.push(JSON.stringify(payload));
      });
    }
    token = await createFullAccessToken(tracker);
    commitment = await makeCommitment(tracker, { title: 'Private' });
    comment = await approvedComment(tracker, commitment);
    await approvedComment(tracker, commitment, { parent: comment });
    await sendComment(tracker, commitment, writtenComment());
  });
  afterAll(() => tracker.close());

  const PARAMETERS = [
    'filters[authorEmail][$contains]=secret',
    'filters[$or][0][authorEmail][$startsWith]=s',
    'sort=authorEmail',
    'sort[0]=authorEmail:asc',
    'fields=authorEmail',
    'fields[0]=authorEmail',
    'populate=*',
    'populate[comments][fields][0]=authorEmail',
    'populate[parent][fields]=authorEmail',
    'filters[parent][authorEmail][$contains]=s',
    'status=draft',
  ];

  it.each(PARAMETERS)('cannot be asked for with ?%s', async (query) => {
    const own = await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments?${query}`);
    expect(own.status).toBe(400);
    const addresses = [
      `commitments/${commitment}`,
      'commitments',
      'partners',
      'comments',
      `comments/${comment}`,
      'open-data/comments.json',
    ];
    for (const address of addresses) {
      for (const reader of [undefined, token]) {
        const { body } = await jsonRequest(`${tracker.url}/api/${address}?${query}`, { token: reader });
        expect(JSON.stringify(body)).not.toMatch(/secret\.address|@example\.org/);
      }
    }
  });

  it.each(['filters[comments][authorEmail][$contains]=s', 'populate=comments', 'sort=comments.authorEmail'])(
    'is not reached from a commitment by ?%s',
    async (query) => {
      for (const reader of [undefined, token]) {
        expect((await jsonRequest(`${tracker.url}/api/commitments?${query}`, { token: reader })).status).toBe(
          400,
        );
      }
    },
  );

  it('is in no file, feed or list, and neither does anything else that is private', async () => {
    const files = ['csv', 'json', 'ndjson', 'xml'].map((format) => `open-data/comments.${format}`);
    for (const address of [
      ...files,
      'open-data/changes.ndjson?since=0',
      'open-data/changes.atom',
      'open-data/summary.json',
      'open-data/datapackage.json',
      'open-data/openapi.json',
      `commitments/${commitment}/comments`,
      `commitments/${commitment}/comments?parent=${comment}`,
    ]) {
      const response = await fetch(`${tracker.url}/api/${address}`);
      expect([address, response.status]).toEqual([address, 200]);
      expect([address, PRIVATE.exec(await response.text())]).toEqual([address, null]);
    }
    for (const field of ['author_email', 'authorEmail', 'screening_score']) {
      const response = await fetch(
        `${tracker.url}/api/open-data/comments.json?filters[${field}][$contains]=s`,
      );
      expect(response.status).toBe(400);
    }
  });

  it('goes out with no event, and so with no webhook', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(events.some((event) => event.includes('"comment"') || event.includes(COMMENT))).toBe(true);
    expect(events.join('\n')).not.toMatch(PRIVATE);
  });

  it('reaches no log and no answer when the database fails a statement with it', async () => {
    const logged: string[] = [];
    const { log } = tracker.strapi;
    const error = jest.spyOn(log, 'error').mockImplementation(((entry: unknown) => {
      logged.push(entry instanceof Error ? `${entry.message}\n${entry.stack}` : String(entry));
      return log;
    }) as never);
    const restore = await failStatements(tracker, { table: 'comments', on: 'INSERT' });
    try {
      const answer = await sendComment(tracker, commitment, writtenComment());
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toMatch(/secret|insert/i);
    } finally {
      await restore();
      error.mockRestore();
    }
    expect(logged.join('\n')).toContain('A comment or report failed');
    expect(logged.join('\n')).not.toMatch(/secret\.address|კომენტარი/);
    expect((await sendComment(tracker, commitment, writtenComment())).status).toBe(201);
  });
});
