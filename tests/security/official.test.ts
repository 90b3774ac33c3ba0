import { adminToken, createFullAccessToken } from '../support/accounts';
import { approvedComment, COMMENT, NO_LIMITS, storedComment, type FieldError } from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

interface Refused {
  error: { message: string; details: { code: string; errors: FieldError[] } };
}

const ENGINE_ONLY = [
  ...['authorName', 'authorEmail', 'body', 'language', 'wantsNotice', 'commitment', 'parent'],
  ...['official', 'partner', 'screeningScore', 'textFingerprint', 'subjectId', 'parentId', 'createdAt'],
];

describe('what a citizen has written, and what is official', () => {
  let tracker: Tracker;
  let admin: string;
  let moderator: string;
  let commitment: string;
  let other: string;
  let agency: string;
  let comment: string;
  const panel = `/content-manager/collection-types/${COMMENT}`;
  const send = (path: string, body: object, { token = admin, method = 'PUT', language = 'en' } = {}) =>
    jsonRequest<Refused & { data: Record<string, unknown> }>(`${tracker.url}${panel}${path}`, {
      token,
      method,
      body,
      headers: { 'accept-language': language },
    });
  const attempts = (): Record<string, unknown> => ({
    authorName: 'Somebody else',
    authorEmail: 'else@example.org',
    body: 'Everything is fine',
    language: 'en',
    wantsNotice: true,
    commitment: { connect: [{ documentId: other }] },
    parent: { connect: [{ documentId: comment }] },
    official: true,
    partner: { connect: [{ documentId: agency }] },
    screeningScore: 99,
    textFingerprint: 'x',
    subjectId: other,
    parentId: 'x',
    createdAt: '2020-01-01T00:00:00.000Z',
  });
  const codesOf = ({ error }: Refused) =>
    Object.fromEntries(error.details.errors.map(({ path, code }) => [path.join('.'), code]));

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    admin = await adminToken(tracker);
    moderator = await adminToken(tracker, ['tracker-moderator']);
    commitment = await makeCommitment(tracker);
    other = await makeCommitment(tracker, { title: 'Other' });
    const partners = tracker.strapi.documents('api::partner.partner');
    agency = (await partners.create({ locale: 'ka', data: { name: 'Ministry' } } as never)).documentId;
    await partners.publish({ documentId: agency, locale: '*' } as never);
    comment = await approvedComment(tracker, commitment);
  });
  afterAll(() => tracker.close());

  it.each(ENGINE_ONLY)('%s cannot be changed: by no role of the panel, and by no code', async (name) => {
    const data = { [name]: attempts()[name] };
    const before = await storedComment(tracker, comment);
    for (const token of [admin, moderator]) {
      const { status, body } = await send(`/${comment}`, data, { token });
      expect([name, status]).toEqual([name, 400]);
      expect(Object.keys(codesOf(body))).toEqual([name]);
    }
    await expect(
      tracker.strapi.documents(COMMENT).update({ documentId: comment, data } as never),
    ).rejects.toMatchObject({ name: 'ValidationError', details: { errors: [{ path: [name] }] } });
    expect(await storedComment(tracker, comment)).toEqual(before);
  });

  it('every attempt is reported at its field, in the language of who made it', async () => {
    const { body } = await send(`/${comment}`, attempts());
    expect(codesOf(body)).toEqual(
      Object.fromEntries(
        ENGINE_ONLY.map((name, index) => [
          name,
          index < 7 ? 'WRITTEN_BY_AUTHOR' : index < 9 ? 'OFFICIAL_BY_ANSWER' : 'WRITTEN_BY_SITE',
        ]),
      ),
    );
    for (const { messages } of body.error.details.errors) {
      expect(messages.en).toMatch(/^[A-Z]/);
      expect(messages.ka).toMatch(/[ა-ჰ]/);
    }
    const georgian = await send(`/${comment}`, { official: true }, { language: 'ka' });
    expect(georgian.body.error.message).toContain('ოფიციალური პასუხი');
  });

  it.each(['', `/clone/${'documentId'}`, `/auto-clone/${'documentId'}`])(
    'none is made by hand: POST %s',
    async (path) => {
      const count = () => tracker.strapi.db.query(COMMENT).count();
      const before = await count();
      const { status, body } = await send(
        path.replace('documentId', comment),
        { authorName: 'Somebody', body: 'All is fine', official: true },
        { method: 'POST' },
      );
      expect([status, body.error.details.code]).toEqual([400, 'COMMENTS_BY_FORM']);
      expect(await count()).toBe(before);
    },
  );

  it('code may bring comments along, which wait like every other, and cannot make them official', async () => {
    const documents = tracker.strapi.documents(COMMENT);
    const data = { authorName: 'Nino', body: 'From a letter', commitment };
    for (const [name, value] of [
      ['official', true],
      ['partner', agency],
    ] as const) {
      await expect(documents.create({ data: { ...data, [name]: value } } as never)).rejects.toMatchObject({
        details: { code: 'OFFICIAL_BY_ANSWER', errors: [{ path: [name] }] },
      });
    }
    await expect(documents.clone({ documentId: comment } as never)).rejects.toMatchObject({
      details: { code: 'COMMENTS_BY_FORM' },
    });
    const { documentId } = await documents.create({ data } as never);
    expect(await storedComment(tracker, documentId)).toMatchObject({
      official: false,
      moderationStatus: 'pending',
    });
  });

  it('tokens have no address to write comments at', async () => {
    const token = await createFullAccessToken(tracker);
    for (const [method, path] of [
      ['POST', '/api/comments'],
      ['PUT', `/api/comments/${comment}`],
      ['DELETE', `/api/comments/${comment}`],
    ] as const) {
      const { status } = await jsonRequest(`${tracker.url}${path}`, { token, method, body: { data: {} } });
      expect([method, [404, 405].includes(status)]).toEqual([method, true]);
    }
  });

  it('a refusal does not reveal whether a guess at an address is right', async () => {
    const role: { id: number } = await tracker.strapi.db
      .query('admin::role')
      .create({ data: { code: 'notes-only', name: 'Notes', description: '' } });
    await tracker.strapi.service('admin::role').assignPermissions(
      role.id,
      ['read', 'update'].map((name) => ({
        action: `plugin::content-manager.explorer.${name}`,
        subject: COMMENT,
        properties: { fields: ['moderationNote'] },
        conditions: [],
      })),
    );
    const token = await adminToken(tracker, ['notes-only']);
    const { authorEmail } = await storedComment(tracker, comment);
    const right = await send(`/${comment}`, { authorEmail }, { token });
    const wrong = await send(`/${comment}`, { authorEmail: 'guess@example.org' }, { token });
    expect([right.status, right.body]).toEqual([400, wrong.body]);
    expect(await send(`/${comment}`, { authorEmail: null, moderationNote: 'x' }, { token })).toMatchObject({
      status: 200,
    });
  });

  it('a form that is sent back as it was read saves the note of the moderators', async () => {
    const read = await jsonRequest<{ data: object }>(`${tracker.url}${panel}/${comment}`, {
      token: moderator,
    });
    // A reader reports the comment while the form is open.
    await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments/${comment}/reports`, {
      body: { data: { reason: 'other' } },
    });
    const untouched = { connect: [], disconnect: [] };
    const form = { ...read.body.data, commitment: untouched, parent: untouched, partner: untouched };
    const { status } = await send(
      `/${comment}`,
      { ...form, moderationNote: 'Called her' },
      { token: moderator },
    );
    expect(status).toBe(200);
    expect(await storedComment(tracker, comment)).toMatchObject({
      moderationNote: 'Called her',
      openReports: 1,
    });
  });

  it('is hidden by a move, and erased by the action of the queue', async () => {
    const queue = (path: string, body: object) =>
      jsonRequest(`${tracker.url}/accountability/${path}`, { token: moderator, body });
    const hide = { contentType: COMMENT, documentId: comment, workflow: 'moderation', transition: 'hide' };
    expect(await queue('transitions', { ...hide, reason: 'Insults' })).toMatchObject({ status: 200 });
    expect(await queue(`moderation/comments/${comment}/erased-author`, { mode: 'anonymise' })).toMatchObject({
      status: 200,
    });
    expect(await storedComment(tracker, comment)).toMatchObject({
      authorEmail: null,
      authorName: 'ანონიმური ავტორი',
    });
  });

  it('becomes official by an answer in the queue alone', async () => {
    const question = await approvedComment(tracker, commitment);
    const { status, body } = await jsonRequest<{ data: { documentId: string } }>(
      `${tracker.url}/accountability/moderation/comments/${question}/answers`,
      { token: moderator, body: { agency, body: 'We have done it.', language: 'ka' } },
    );
    expect(status).toBe(201);
    const answer = await storedComment(tracker, body.data.documentId);
    expect(answer).toMatchObject({ official: true, authorName: 'Ministry', moderationStatus: 'approved' });
    expect(await send(`/${body.data.documentId}`, { official: false })).toMatchObject({ status: 400 });
  });

  it('the form of the panel shows the fields without letting anybody change them', async () => {
    const { body } = await jsonRequest<{
      data: { contentType: { metadatas: Record<string, { edit: { editable: boolean } }> } };
    }>(`${tracker.url}/content-manager/content-types/${COMMENT}/configuration`, { token: admin });
    const { metadatas } = body.data.contentType;
    for (const name of ['authorName', 'authorEmail', 'body', 'official', 'partner', 'commitment']) {
      expect([name, metadatas[name]?.edit.editable]).toEqual([name, false]);
    }
    expect(metadatas.moderationNote?.edit.editable).toBe(true);
  });
});
