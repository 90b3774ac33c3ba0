import { createFullAccessToken } from '../support/accounts';
import {
  approvedComment,
  COMMENT,
  moderate,
  NO_LIMITS,
  sendComment,
  storedComment,
  writtenComment,
} from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { moderator, moderatorRole, type Moderator } from '../support/moderators';
import { bootTracker, type Tracker } from '../support/tracker';
import type {
  CommentContext,
  QueueChoice,
  QueueComment,
  QueueCounts,
  QueuePage,
  QueueSetup,
} from '../../src/plugins/accountability/shared/moderation-contract';

const COMMITMENT = 'api::commitment.commitment';
const PARTNER = 'api::partner.partner';
const UNKNOWN = 'a'.repeat(24);

let tracker: Tracker;
let commitment: string;
let other: string;
/** May do all that the queue offers, and nothing with any content type. */
let alone: Moderator;

const send = async (data: object = {}, of = commitment): Promise<string> =>
  (await sendComment(tracker, of, { ...writtenComment(), ...data })).body.data!.documentId;
const page = async (query: string): Promise<QueuePage> =>
  (await alone.get<QueuePage>(`comments?${query}`)).body.data;
const bodies = async (query: string): Promise<string[]> =>
  (await page(query)).comments.map(({ body }) => body);
const counts = async (query = ''): Promise<QueueCounts> =>
  (await alone.get<QueueCounts>(`counts${query}`)).body.data;
const context = async (documentId: string): Promise<CommentContext> =>
  (await alone.get<CommentContext>(`comments/${documentId}`)).body.data;
const standing = async (documentId: string): Promise<QueueComment> => (await context(documentId)).comment;

beforeAll(async () => {
  tracker = await bootTracker({ env: NO_LIMITS });
  commitment = await makeCommitment(tracker, { title: 'Discussed' });
  other = await makeCommitment(tracker, { title: 'Elsewhere' });
  const role = await moderatorRole(tracker, 'queue-alone', { actions: ['queue', 'answer', 'erase-author'] });
  alone = await moderator(tracker, [role]);
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
    const queue = tracker.strapi.plugin('accountability').service('moderationQueue');
    const nobody = { can: () => false };
    for (const call of [
      () => queue.counts(nobody),
      () => queue.page(nobody, {}, 'en'),
      () => queue.context(nobody, UNKNOWN, 'en'),
      () => queue.agencies(nobody, null, 'en'),
      () => queue.leadAgency(nobody, UNKNOWN, 'en'),
      () => queue.answer(nobody, UNKNOWN, {}, {}),
      () => queue.settle(nobody, UNKNOWN),
      () => queue.eraseAuthor(nobody, UNKNOWN, 'remove'),
    ]) {
      await expect(call()).rejects.toMatchObject({ status: 403 });
    }
    expect(() => queue.setup(nobody, { may: () => false })).toThrow(/permission/);
  });

  it('is told what they may do there', async () => {
    const role = await moderatorRole(tracker, 'queue-reader', { actions: ['queue'], moves: ['approve'] });
    const reader = await moderator(tracker, [role]);
    const { body } = await reader.get<QueueSetup>('setup');
    expect(body.data).toMatchObject({
      contentType: COMMENT,
      workflow: 'moderation',
      initial: 'pending',
      approved: 'approved',
      languages: ['ka', 'en'],
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
    const first = await send({ authorName: 'Nino', authorEmail: 'nino@example.org', body: 'First of all' });
    const second = await send({ body: 'Then this' });
    const { comments } = await page('state=pending');
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
    expect((await page('state=pending&order=newest')).comments[0]).toMatchObject({ documentId: second });
    const georgian = await alone.get<QueuePage>('comments?state=pending', { 'accept-language': 'ka' });
    expect(georgian.body.data.comments[0]?.subject.title).toBe('Discussed ka');
  });

  it('is narrowed by state, subject, language, score, reports and day', async () => {
    const spam = await send({ body: 'casino casino', authorName: 'https://spam.example' });
    await moderate(tracker, await send({ body: 'Not this' }), 'reject');
    await send({ body: 'About another one', locale: 'en' }, other);
    const loud = await approvedComment(tracker, commitment, { body: 'Loud' });
    await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments/${loud}/reports`, {
      body: { data: { reason: 'insult', details: 'Look at it' } },
    });
    expect(await storedComment(tracker, spam)).toMatchObject({ moderationStatus: 'spam' });
    expect(await bodies('state=spam')).toEqual(['casino casino']);
    expect(await bodies('state=rejected')).toEqual(['Not this']);
    expect(await bodies(`subject=${other}`)).toEqual(['About another one']);
    expect(await bodies('language=en')).toEqual(['About another one']);
    expect(await bodies('score=60')).toEqual(['casino casino']);
    expect(await bodies('reported=true')).toEqual(['Loud']);
    expect(await bodies('reported=true&state=pending')).toEqual([]);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tbilisi' }).format();
    expect((await bodies(`from=${today}&to=${today}`)).length).toBeGreaterThanOrEqual(6);
    expect(await bodies('to=2020-12-31')).toEqual([]);
    expect(await bodies('from=2999-01-01')).toEqual([]);
    const [reported] = (await page('reported=true')).comments;
    expect(reported).toMatchObject({ openReports: 1 });
    const [screened] = (await page('state=spam')).comments;
    expect(screened).toMatchObject({ score: 100 });
    expect(screened?.reasons.map(({ code }) => code)).toEqual(['link-in-name', 'listed-words']);
    expect(await counts()).toMatchObject({
      states: { pending: 3, approved: 1, rejected: 1, spam: 1 },
      waiting: 3,
      reported: 1,
    });
  });

  it('is counted among what search and filters leave', async () => {
    const [nobody, elsewhere] = ['nobody.counted@example.org', 'counted@example.org'];
    const waiting = await send({ authorEmail: elsewhere });
    const approved = await approvedComment(tracker, other, { authorEmail: elsewhere });
    await jsonRequest(`${tracker.url}/api/commitments/${other}/comments/${approved}/reports`, {
      body: { data: { reason: 'hate' } },
    });
    const [first, second] = [{ pending: 1, approved: 1 }, { approved: 1 }];
    const query = `?search=${elsewhere}`;
    expect(await counts(query)).toEqual({ states: first, waiting: 1, reported: 1 });
    // What is counted does not narrow the counts.
    expect(await counts(`${query}&state=pending&reported=true&order=newest`)).toEqual({
      states: first,
      waiting: 1,
      reported: 1,
    });
    expect(await counts(`${query}&subject=${other}`)).toEqual({ states: second, waiting: 0, reported: 1 });
    expect(await counts(`?search=${nobody}`)).toEqual({ states: {}, waiting: 0, reported: 0 });
    expect((await alone.get('counts?score=many')).status).toBe(400);
    await tracker.strapi.documents(COMMENT).delete({ documentId: waiting });
    await tracker.strapi.documents(COMMENT).delete({ documentId: approved });
  });

  it('is searched in texts, names and addresses, whatever is looked for', async () => {
    await send({ body: "100%_sure\\ isn't it", authorName: 'ელენე', authorEmail: 'elene@example.org' });
    const found = async (search: string) => bodies(`search=${encodeURIComponent(search)}`);
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
    expect((await bodies('search=')).length).toBeGreaterThan(6);
    for (const query of ['state=gone', 'search[$ne]=a', 'filters[authorEmail]=a', 'after=-1', 'populate=*']) {
      const { status, body } = await alone.get(`comments?${query}`);
      expect([query, status, Object.keys(body as object)]).toEqual([query, 400, ['data', 'error']]);
    }
    expect((await alone.get(`comments/${encodeURIComponent("'\u0000")}`)).status).toBe(400);
  });

  it('goes on page after page, with no comment twice, for the same number of statements', async () => {
    const statements = async (query: string): Promise<number> => {
      const seen: unknown[] = [];
      const note = (one: { sql: string }) => seen.push(one.sql);
      tracker.strapi.db.connection.on('query', note);
      await page(query);
      tracker.strapi.db.connection.removeListener('query', note);
      return seen.length;
    };
    const few = await statements('state=rejected');
    for (let count = 0; count < 30; count += 1) await send({ body: `Page ${count}` }, other);
    expect(await statements('state=pending')).toBe(few);
    const first = await page(`subject=${other}`);
    expect(first.comments).toHaveLength(25);
    const second = await page(`subject=${other}&after=${first.next}`);
    expect(second.next).toBeNull();
    const all = [...first.comments, ...second.comments].map(({ documentId }) => documentId);
    expect([all.length, new Set(all).size]).toEqual([31, 31]);
    const newest = await page(`subject=${other}&order=newest`);
    const oldest = await page(`subject=${other}&order=newest&after=${newest.next}`);
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
});

describe('decisions', () => {
  it('are moves with the version that was seen, and the slower of two sees how it stands', async () => {
    const documentId = await send();
    const before = await counts();
    const made = await alone.move(documentId, 'approve', { version: 0 });
    expect(made).toMatchObject({ status: 200, body: { data: { to: 'approved', version: 1 } } });
    const late = await alone.move(documentId, 'reject', { version: 0, reason: 'Too late' });
    expect(late).toMatchObject({
      status: 409,
      body: { error: { details: { current: { state: 'approved', version: 1 } } } },
    });
    expect(await standing(documentId)).toMatchObject({ state: 'approved', version: 1 });
    const { states } = await counts();
    expect(states.pending).toBe(before.waiting - 1);
    expect(states.approved).toBe((before.states.approved ?? 0) + 1);
  });

  it('need a reason where it is asked for, and can be taken back', async () => {
    const documentId = await send();
    expect(await alone.move(documentId, 'reject', { version: 0 })).toMatchObject({
      status: 400,
      body: { error: { details: { errors: [{ code: 'REASON_REQUIRED' }] } } },
    });
    await alone.move(documentId, 'reject', { version: 0, reason: 'Off topic' });
    await alone.move(documentId, 'undo', { version: 1 });
    expect(await standing(documentId)).toMatchObject({ state: 'pending', version: 2 });
    expect((await context(documentId)).history).toMatchObject([
      { transition: 'undo', to: 'pending', reason: null },
      { transition: 'reject', to: 'rejected', reason: 'Off topic', actor: { name: 'Test queue-alone' } },
    ]);
  });

  it('on many are made one by one: who was decided on meanwhile keeps that, the others move', async () => {
    const chosen = [await send(), await send(), await send()];
    await moderate(tracker, chosen[1]!, 'mark-spam');
    const outcomes = [];
    for (const documentId of chosen)
      outcomes.push((await alone.move(documentId, 'approve', { version: 0 })).status);
    expect(outcomes).toEqual([200, 409, 200]);
    const now = await Promise.all(chosen.map(standing));
    expect(now.map(({ state }) => state)).toEqual(['approved', 'spam', 'approved']);
  });

  it('outlive the user who has made them', async () => {
    const role = await moderatorRole(tracker, 'queue-leaver', { actions: ['queue', 'answer'] });
    const leaver = await moderator(tracker, [role]);
    const documentId = await send();
    await leaver.move(documentId, 'approve', { version: 0 });
    const users = tracker.strapi.db.query('admin::user');
    const { id } = await users.findOne({ where: { lastname: 'queue-leaver' } });
    await tracker.strapi.service('admin::user').deleteById(id);
    expect((await context(documentId)).history).toMatchObject([{ actor: { name: 'Test queue-leaver' } }]);
    expect((await page('state=approved&order=newest')).comments[0]).toMatchObject({ documentId });
  });
});

describe('what surrounds a comment', () => {
  it('is its thread, the author with what became of their comments, reports and history', async () => {
    const authorEmail = 'often@example.org';
    const first = await approvedComment(tracker, commitment, { authorEmail, body: 'The thread' });
    const reply = await approvedComment(tracker, commitment, { body: 'A reply', parent: first });
    const refused = await send({ authorEmail, body: 'Refused before' }, other);
    await moderate(tracker, refused, 'reject');
    const asked = await send({ authorEmail: 'Often@Example.org', body: 'Another reply', parent: first });
    const around = await context(asked);
    expect(around.comment.parent).toMatchObject({ documentId: first, body: 'The thread', state: 'approved' });
    expect(around.replies.map(({ documentId }) => documentId)).toEqual([reply]);
    expect(around.author.comments).toMatchObject([
      { body: 'Refused before', state: 'rejected', subjectTitle: 'Elsewhere en' },
      { body: 'The thread', state: 'approved', subjectTitle: 'Discussed en' },
    ]);
    expect(around.author.states).toEqual({ rejected: 1, approved: 1 });
    expect(around.history).toEqual([]);
    expect((await context(first)).replies.map(({ body }) => body)).toEqual(['A reply', 'Another reply']);
  });

  it('tells nothing of others where no address is kept', async () => {
    const documentId = await send();
    await tracker.strapi.db.query(COMMENT).update({ where: { documentId }, data: { authorEmail: null } });
    expect(await context(documentId)).toMatchObject({
      comment: { authorEmail: null },
      author: { comments: [], states: {} },
    });
  });

  it('has the reports in words until they are settled, and as settled then', async () => {
    const [{ documentId } = { documentId: '' }] = (await page('reported=true')).comments;
    expect((await context(documentId)).reports).toEqual([
      {
        reason: 'insult',
        labels: { ka: 'შეურაცხყოფა ან მუქარა', en: 'Insult or threat' },
        details: 'Look at it',
        at: expect.anything(),
        settledAt: null,
      },
    ]);
    expect((await alone.post(`comments/${documentId}/settled-reports`, {})).status).toBe(200);
    const { comment, reports } = await context(documentId);
    expect([comment.openReports, reports[0]?.settledAt]).toEqual([0, expect.anything()]);
    expect((await counts()).reported).toBe(0);
    expect(await bodies('reported=true')).toEqual([]);
  });

  it('survives what the comment was about', async () => {
    const gone = await makeCommitment(tracker, { title: 'Short-lived' });
    const documentId = await send({ body: 'Still here' }, gone);
    await tracker.strapi.documents(COMMITMENT).delete({ documentId: gone, locale: '*' } as never);
    expect(await standing(documentId)).toMatchObject({ subject: { documentId: gone, title: null } });
    expect(await bodies(`subject=${gone}`)).toEqual(['Still here']);
    expect((await alone.move(documentId, 'approve', { version: 0 })).status).toBe(200);
    const agency = UNKNOWN;
    const answer = await alone.post(`comments/${documentId}/answers`, {
      agency,
      body: 'Late',
      language: 'en',
    });
    expect(answer).toMatchObject({ status: 404, body: { error: { details: { code: 'UNKNOWN_SUBJECT' } } } });
  });
});

describe('an official answer', () => {
  let agency: string;
  let draft: string;
  const answer = (documentId: string, more: object = {}, who = alone) =>
    who.post<{ documentId: string }>(`comments/${documentId}/answers`, {
      agency,
      body: 'We have done it.',
      language: 'en',
      ...more,
    });
  const shown = async (documentId: string) => {
    const { body } = await jsonRequest<{
      data: { documentId: string; replies: Record<string, unknown>[] }[];
    }>(`${tracker.url}/api/commitments/${commitment}/comments?locale=en&pagination[pageSize]=100`, {});
    return body.data.find((one) => one.documentId === documentId)?.replies;
  };
  const makeAgency = async (name: string, isPublished: boolean): Promise<string> => {
    const documents = tracker.strapi.documents(PARTNER);
    const { documentId } = await documents.create({
      locale: 'ka',
      data: { name: `${name} ka`, kind: 'central-government' },
    } as never);
    await documents.update({ documentId, locale: 'en', data: { name: `${name} en` } } as never);
    if (isPublished) await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  };

  beforeAll(async () => {
    agency = await makeAgency('Ministry', true);
    draft = await makeAgency('Secret office', false);
  });

  it('is public at once, marked, in the name of the agency', async () => {
    const documentId = await approvedComment(tracker, commitment, { body: 'A question', locale: 'en' });
    const { status, body } = await answer(documentId);
    expect(status).toBe(201);
    expect(await shown(documentId)).toEqual([
      {
        documentId: body.data.documentId,
        authorName: 'Ministry en',
        body: 'We have done it.',
        locale: 'en',
        official: true,
        agency: { documentId: agency, name: 'Ministry en' },
        createdAt: expect.any(String),
      },
    ]);
    const { comment, history } = await context(body.data.documentId);
    expect(comment).toMatchObject({ official: true, agency: 'Ministry en', authorEmail: null, version: 1 });
    expect(comment.parent?.documentId).toBe(documentId);
    expect(history).toMatchObject([{ transition: 'approve', actor: { name: 'Test queue-alone' } }]);
    await alone.move(body.data.documentId, 'hide', { version: 1, reason: 'A mistake' });
    expect(await shown(documentId)).toEqual([]);
  });

  it('to an answer goes to its thread', async () => {
    const documentId = await approvedComment(tracker, commitment, { locale: 'en' });
    const reply = await approvedComment(tracker, commitment, { parent: documentId, locale: 'en' });
    await answer(reply);
    expect((await shown(documentId))?.map(({ official }) => official)).toEqual([false, true]);
  });

  it('waits until the public sees the thread', async () => {
    const documentId = await send();
    const code = 'ANSWER_NEEDS_APPROVAL';
    expect(await answer(documentId)).toMatchObject({ status: 409, body: { error: { details: { code } } } });
    const thread = await approvedComment(tracker, commitment);
    const reply = await approvedComment(tracker, commitment, { parent: thread });
    await moderate(tracker, thread, 'hide');
    expect(await answer(reply)).toMatchObject({ status: 409, body: { error: { details: { code } } } });
  });

  it('needs a published agency, a text, and who may approve; else nothing is stored', async () => {
    const documentId = await approvedComment(tracker, commitment, { locale: 'en' });
    const codes = async (more: object) =>
      (await answer(documentId, more)).body.error.details.errors?.map(
        ({ path, code }) => `${path[0]} ${code}`,
      );
    expect(await codes({ agency: draft })).toEqual(['agency AGENCY_UNKNOWN']);
    expect(await codes({ agency: UNKNOWN, body: '' })).toEqual(['body REQUIRED']);
    expect(await codes({ agency: UNKNOWN })).toEqual(['agency AGENCY_UNKNOWN']);
    const role = await moderatorRole(tracker, 'queue-writer', {
      actions: ['queue', 'answer'],
      moves: ['undo'],
    });
    const refused = await answer(documentId, {}, await moderator(tracker, [role]));
    expect(refused).toMatchObject({ status: 403, body: { error: { details: { code: 'NOT_ALLOWED' } } } });
    expect(await shown(documentId)).toEqual([]);
    expect((await context(documentId)).replies).toEqual([]);
  });

  it('can be given for agencies the public knows', async () => {
    const { body } = await alone.get<QueueChoice[]>('agencies?search=');
    expect(body.data).toContainEqual({ documentId: agency, title: 'Ministry en' });
    expect(JSON.stringify(body)).not.toContain('Secret office');
    // Found by its name in one language, it is called by that in the other.
    const found = await alone.get<QueueChoice[]>('agencies?search=Ministry%20ka', {
      'Accept-Language': 'en',
    });
    expect(found.body.data).toEqual([{ documentId: agency, title: 'Ministry en' }]);
  });

  it('is offered for the only published agency that leads the commitment', async () => {
    const leadOf = async (leads: string[], language = 'en') => {
      const led = await makeCommitment(tracker, { title: 'Led', data: { leadAgencies: leads } });
      const documentId = await approvedComment(tracker, led);
      const headers = { 'Accept-Language': language };
      return (await alone.get<QueueChoice | null>(`comments/${documentId}/lead-agency`, headers)).body.data;
    };
    const second = await makeAgency('Agency', true);
    expect(await leadOf([agency])).toEqual({ documentId: agency, title: 'Ministry en' });
    expect(await leadOf([agency], 'ka')).toEqual({ documentId: agency, title: 'Ministry ka' });
    expect(await leadOf([agency, second])).toBeNull();
    expect(await leadOf([])).toBeNull();
    expect(await leadOf([draft])).toBeNull();
  });
});

describe('erasing an author', () => {
  it('takes them out of all that came from the address, and asks for a known way first', async () => {
    const authorEmail = 'forget.me@example.org';
    const first = await send({ authorEmail, authorName: 'Nana', body: 'The first of two' });
    const second = await send({ authorEmail, authorName: 'Nana', body: 'The second of two' });
    const erase = (mode: string) => alone.post(`comments/${first}/erased-author`, { mode });
    const stored = (documentId: string): Promise<Record<string, unknown> | null> =>
      tracker.strapi.db.query(COMMENT).findOne({ where: { documentId } });
    expect((await erase('all')).status).toBe(400);
    expect(await stored(second)).toMatchObject({ authorName: 'Nana', authorEmail });

    expect(await erase('anonymise')).toMatchObject({
      status: 200,
      body: { data: { comments: 2, reports: 0 } },
    });
    for (const [documentId, body] of [
      [first, 'The first of two'],
      [second, 'The second of two'],
    ] as const) {
      const row = await stored(documentId);
      expect(row).toMatchObject({ authorEmail: null, body });
      expect(row!.authorName).not.toBe('Nana');
    }
    const again = await erase('remove');
    expect(again).toMatchObject({ status: 409, body: { error: { details: { code: 'AUTHOR_UNKNOWN' } } } });
  });
});
