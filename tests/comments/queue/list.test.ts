import { createFullAccessToken } from '../../support/accounts';
import { approvedComment, COMMENT, moderate, storedComment } from '../../support/comments';
import { hostDate } from '../../support/host';
import { jsonRequest } from '../../support/json-request';
import { stopIndexing } from '../../support/search-index';
import { bootModerationQueue, type ModerationQueue } from '../../support/moderation-queue';
import { moderator, moderatorRole, type Moderator } from '../../support/moderators';
import type { Tracker } from '../../support/tracker';
import type {
  QueueChoice,
  QueuePage,
  QueueSetup,
} from '../../../src/plugins/accountability/shared/moderation-contract';

const UNKNOWN = 'a'.repeat(24);

let queue: ModerationQueue;
let tracker: Tracker;
let commitment: string;
let other: string;
let alone: Moderator;

beforeAll(async () => {
  queue = await bootModerationQueue();
  await stopIndexing(queue.tracker);
  ({ tracker, commitment, other, alone } = queue);
});
afterAll(() => tracker.close());

describe('who may see the queue', () => {
  const ADDRESSES: [string, string, object?][] = [
    ['GET', 'setup'],
    ['GET', 'counts'],
    ['GET', 'comments'],
    ['GET', 'subjects'],
    ['GET', 'agencies'],
    ['GET', `comments/${UNKNOWN}/lead-agency`],
    ['GET', `comments/${UNKNOWN}`],
    ['POST', `comments/${UNKNOWN}/answers`, {}],
    ['POST', `comments/${UNKNOWN}/settled-reports`, {}],
    ['POST', `comments/${UNKNOWN}/erased-author`, {}],
  ];
  const statuses = (token?: string) =>
    Promise.all(
      ADDRESSES.map(async ([method, path, body]) => {
        const url = `${tracker.url}/accountability/moderation/${path}`;
        return (await jsonRequest(url, { method, body, token })).status;
      }),
    );

  it('is nobody without a login of the panel, and no API token', async () => {
    expect(new Set(await statuses())).toEqual(new Set([401]));
    expect(new Set(await statuses(await createFullAccessToken(tracker)))).toEqual(new Set([401]));
  });

  it('is no editor', async () => {
    const { token } = await moderator(tracker, ['strapi-editor']);
    expect(new Set(await statuses(token))).toEqual(new Set([403]));
  });

  it('is a moderator, for all of it', async () => {
    const { token } = await moderator(tracker, ['tracker-moderator']);
    expect(await statuses(token)).toEqual([200, 200, 200, 200, 200, 404, 404, 400, 404, 400]);
  });

  it('is asked in the service too', async () => {
    const service = tracker.strapi.plugin('accountability').service('moderationQueue');
    const nobody = { can: () => false };
    for (const call of [
      () => service.counts(nobody),
      () => service.page(nobody, {}, 'en'),
      () => service.context(nobody, UNKNOWN, 'en'),
      () => service.agencies(nobody, null, 'en'),
      () => service.leadAgency(nobody, UNKNOWN, 'en'),
      () => service.answer(nobody, UNKNOWN, {}, {}),
      () => service.settle(nobody, UNKNOWN),
      () => service.eraseAuthor(nobody, UNKNOWN, 'remove'),
    ]) {
      await expect(call()).rejects.toMatchObject({ status: 403 });
    }
    expect(() => service.setup(nobody, { may: () => false })).toThrow(/permission/);
  });

  it('returns what they may do there', async () => {
    const role = await moderatorRole(tracker, 'queue-reader', { actions: ['queue'], moves: ['approve'] });
    const reader = await moderator(tracker, [role]);
    const { body } = await reader.get<QueueSetup>('setup', { 'accept-language': 'en' });
    expect(body.data).toMatchObject({
      contentType: COMMENT,
      workflow: 'moderation',
      initial: 'pending',
      approved: 'approved',
      languages: [
        { code: 'ka', name: 'Georgian' },
        { code: 'en', name: 'English' },
      ],
      subject: { relation: 'commitment', mayRead: false },
      agency: { relation: 'partner' },
      may: { answer: false, eraseAuthor: false },
    });
    expect(
      body.data.moves.map(({ transition, permitted, key }) => `${transition} ${permitted} ${key}`),
    ).toEqual([
      'approve true a',
      'reject false r',
      'mark-spam false s',
      'hide false h',
      'show false u',
      'undo false u',
    ]);
    expect(body.data.states.map(({ code }) => code)).toContain('hidden');
    expect((await reader.get('agencies')).status).toBe(403);
    expect((await reader.post(`comments/${UNKNOWN}/erased-author`, { mode: 'remove' })).status).toBe(403);
  });
});

describe('the list', () => {
  it('shows what waits, the oldest first, with author, address and what it is about', async () => {
    const first = await queue.send({
      authorName: 'Nino',
      authorEmail: 'nino@example.org',
      body: 'First of all',
    });
    const second = await queue.send({ body: 'Then this' });
    const { comments } = await queue.page('state=pending');
    expect(comments.map(({ documentId }) => documentId)).toEqual([first, second]);
    expect(comments[0]).toEqual({
      documentId: first,
      authorName: 'Nino',
      authorEmail: 'nino@example.org',
      body: 'First of all',
      language: 'ka',
      official: false,
      agency: null,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      state: 'pending',
      version: 0,
      score: 0,
      reasons: [],
      openReports: 0,
      subject: { documentId: commitment, title: 'Discussed en' },
      parent: null,
    });
    expect((await queue.page('state=pending&order=newest')).comments[0]).toMatchObject({
      documentId: second,
    });
    const georgian = await alone.get<QueuePage>('comments?state=pending', { 'accept-language': 'ka' });
    expect(georgian.body.data.comments[0]?.subject.title).toBe('Discussed ka');
  });

  it('is narrowed by state, subject, language, score, reports and day', async () => {
    const spam = await queue.send({ body: 'casino casino', authorName: 'https://spam.example' });
    await moderate(tracker, await queue.send({ body: 'Not this' }), 'reject');
    await queue.send({ body: 'About another one', locale: 'en' }, other);
    const reportedComment = await approvedComment(tracker, commitment, { body: 'Loud' });
    await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments/${reportedComment}/reports`, {
      body: { data: { reason: 'insult', details: 'Look at it' } },
    });
    expect(await storedComment(tracker, spam)).toMatchObject({ moderationStatus: 'spam' });
    expect(await queue.bodies('state=spam')).toEqual(['casino casino']);
    expect(await queue.bodies('state=rejected')).toEqual(['Not this']);
    expect(await queue.bodies(`subject=${other}`)).toEqual(['About another one']);
    expect(await queue.bodies('language=en')).toEqual(['About another one']);
    expect(await queue.bodies('score=60')).toEqual(['casino casino']);
    expect(await queue.bodies('reported=true')).toEqual(['Loud']);
    expect(await queue.bodies('reported=true&state=pending')).toEqual([]);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tbilisi' }).format();
    expect((await queue.bodies(`from=${today}&to=${today}`)).length).toBeGreaterThanOrEqual(6);
    expect(await queue.bodies('to=2020-12-31')).toEqual([]);
    expect(await queue.bodies('from=2999-01-01')).toEqual([]);
    const [reported] = (await queue.page('reported=true')).comments;
    expect(reported).toMatchObject({ openReports: 1 });
    const [screened] = (await queue.page('state=spam')).comments;
    expect(screened).toMatchObject({ score: 100 });
    expect(screened?.reasons.map(({ code }) => code)).toEqual(['link-in-name', 'listed-words']);
    expect(await queue.counts()).toMatchObject({
      states: { pending: 3, approved: 1, rejected: 1, spam: 1 },
      waiting: 3,
      reported: 1,
    });
  });

  it('is counted among what search and filters leave', async () => {
    const [nobody, elsewhere] = ['nobody.counted@example.org', 'counted@example.org'];
    const waiting = await queue.send({ authorEmail: elsewhere });
    const approved = await approvedComment(tracker, other, { authorEmail: elsewhere });
    await jsonRequest(`${tracker.url}/api/commitments/${other}/comments/${approved}/reports`, {
      body: { data: { reason: 'hate' } },
    });
    const [first, second] = [{ pending: 1, approved: 1 }, { approved: 1 }];
    const query = `?search=${elsewhere}`;
    expect(await queue.counts(query)).toEqual({ states: first, waiting: 1, reported: 1 });
    // What is counted does not narrow the counts.
    expect(await queue.counts(`${query}&state=pending&reported=true&order=newest`)).toEqual({
      states: first,
      waiting: 1,
      reported: 1,
    });
    expect(await queue.counts(`${query}&subject=${other}`)).toEqual({
      states: second,
      waiting: 0,
      reported: 1,
    });
    expect(await queue.counts(`?search=${nobody}`)).toEqual({ states: {}, waiting: 0, reported: 0 });
    expect((await alone.get('counts?score=many')).status).toBe(400);
    await tracker.strapi.documents(COMMENT).delete({ documentId: waiting });
    await tracker.strapi.documents(COMMENT).delete({ documentId: approved });
  });

  it('is searched in texts, names and addresses, whatever is looked for', async () => {
    await queue.send({ body: "100%_sure\\ isn't it", authorName: 'ელენე', authorEmail: 'elene@example.org' });
    const found = async (search: string) => queue.bodies(`search=${encodeURIComponent(search)}`);
    for (const search of ["100%_SURE\\ ISN'T", '%_', '\\', "'t", 'ელენე', 'ELENE@example']) {
      expect([search, await found(search)]).toEqual([search, ["100%_sure\\ isn't it"]]);
    }
    for (const search of [
      "' or 1=1 --",
      '100__sure',
      '\u0001%\u0000_\u0000%',
      '!',
      '"; drop table comments; --',
    ]) {
      expect([search, await found(search)]).toEqual([
        search,
        search.includes('\u0000') ? await found('%_%') : [],
      ]);
    }
    expect((await queue.bodies('search=')).length).toBeGreaterThan(6);
    for (const query of ['state=gone', 'search[$ne]=a', 'filters[authorEmail]=a', 'after=-1', 'populate=*']) {
      const { status, body } = await alone.get(`comments?${query}`);
      expect([query, status, Object.keys(body as object)]).toEqual([query, 400, ['data', 'error']]);
    }
    expect((await alone.get(`comments/${encodeURIComponent("'\u0000")}`)).status).toBe(400);
  });

  it('goes on page after page, with no comment twice, for the same number of statements', async () => {
    const once = async (query: string): Promise<number> => {
      const seen: unknown[] = [];
      const note = (one: { sql: string }) => seen.push(one.sql);
      tracker.strapi.db.connection.on('query', note);
      await queue.page(query);
      tracker.strapi.db.connection.removeListener('query', note);
      return seen.length;
    };
    // Strapi reads what was written once more after its answer, for its events: the fewest of three are the page's own.
    const statements = async (query: string): Promise<number> =>
      Math.min(await once(query), await once(query), await once(query));
    const few = await statements('state=rejected');
    for (let count = 0; count < 30; count += 1) await queue.send({ body: `Page ${count}` }, other);
    expect(await statements('state=pending')).toBe(few);
    const first = await queue.page(`subject=${other}`);
    expect(first.comments).toHaveLength(25);
    const second = await queue.page(`subject=${other}&after=${first.next}`);
    expect(second.next).toBeNull();
    const all = [...first.comments, ...second.comments].map(({ documentId }) => documentId);
    expect([all.length, new Set(all).size]).toEqual([31, 31]);
    const newest = await queue.page(`subject=${other}&order=newest`);
    const oldest = await queue.page(`subject=${other}&order=newest&after=${newest.next}`);
    expect([...newest.comments, ...oldest.comments].map(({ documentId }) => documentId)).toEqual(
      all.reverse(),
    );
  });

  it('has documents to narrow by and to answer for, by what they are called', async () => {
    const choices = async (path: string) =>
      (await alone.get<QueueChoice[]>(path)).body.data.map(({ title }) => title);
    expect(await choices('subjects?search=discuss')).toEqual(['Discussed en']);
    expect(await choices('subjects?search=%25%00')).toEqual([]);
    expect((await choices('subjects')).length).toBeGreaterThanOrEqual(2);
    expect((await alone.get('subjects?populate=*')).status).toBe(400);
  });

  it('is narrowed to days of the site, both ends included, also where it is counted', async () => {
    const author = 'of.days@example.org';
    // Tbilisi is four hours ahead of UTC.
    const moments = {
      before: '2020-03-09T19:59:59.999Z',
      first: '2020-03-09T20:00:00.000Z',
      last: '2020-03-10T19:59:59.999Z',
      after: '2020-03-10T20:00:00.000Z',
    };
    for (const [body, createdAt] of Object.entries(moments)) {
      const documentId = await queue.send({ body, authorEmail: author });
      await tracker.strapi.db
        .query(COMMENT)
        .updateMany({ where: { documentId }, data: { createdAt: hostDate(Date.parse(createdAt)) } });
    }
    const days = async (query: string) => {
      const asked = `search=${author}&${query}`;
      const bodies = await queue.bodies(asked);
      expect((await queue.counts(`?${asked}`)).waiting).toBe(bodies.length);
      return bodies;
    };
    expect(await days('from=2020-03-10&to=2020-03-10')).toEqual(['first', 'last']);
    expect(await days('from=2020-03-10')).toEqual(['first', 'last', 'after']);
    expect(await days('to=2020-03-10')).toEqual(['before', 'first', 'last']);
    expect(await days('from=2020-03-11&to=2020-03-09')).toEqual([]);
    for (const day of ['2020-02-30', '10.03.2020', '2020-03-10T00:00', '']) {
      for (const parameter of ['from', 'to']) {
        const { status, body } = await alone.get(`comments?${parameter}=${encodeURIComponent(day)}`);
        const message = expect.stringMatching(new RegExp(`${parameter}.*YYYY-MM-DD`)) as string;
        const error = { message, details: { code: 'PARAMETER_INVALID' } };
        expect({ status, body }).toMatchObject({ status: 400, body: { error } });
      }
    }
  });
});
