import {
  approvedComment,
  asModeration,
  COMMENT,
  fieldCodes,
  moderate,
  NO_LIMITS,
  SECRET_MAIL,
  sendComment,
  storedComment,
  writtenComment,
} from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

interface Shown {
  documentId: string;
  authorName: string;
  body: string;
  locale: string;
  official: boolean;
  agency: { name: string } | null;
  replies: Shown[];
  repliesCount: number;
}
interface Page {
  data: Shown[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
}

describe('comments', () => {
  let tracker: Tracker;
  let commitment: string;
  let draft: string;
  const list = async (query = '', of = commitment) =>
    (await jsonRequest<Page>(`${tracker.url}/api/commitments/${of}/comments${query}`)).body;

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    commitment = await makeCommitment(tracker, { title: 'Discussed' });
    draft = await makeCommitment(tracker, { title: 'Draft', published: false });
  });
  afterAll(() => tracker.close());

  it('are taken from anyone, await approval, and appear with it', async () => {
    const data = {
      authorName: ' ნინო ',
      authorEmail: SECRET_MAIL,
      body: 'ბმული: https://example.org\n<b>ტექსტი</b>',
      wantsNotice: true,
    };
    const { status, body, headers } = await sendComment(tracker, commitment, data);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([201, '*']);
    expect(body).toEqual({
      data: { documentId: expect.stringMatching(/^[a-z0-9]{24}$/), moderationStatus: 'pending' },
    });
    const { documentId } = body.data!;
    expect((await list()).data).toEqual([]);
    expect(await storedComment(tracker, documentId)).toMatchObject({
      authorName: 'ნინო',
      authorEmail: SECRET_MAIL,
      body: data.body,
      language: 'ka',
      wantsNotice: true,
      official: false,
      moderationStatus: 'pending',
      subjectId: commitment,
      parentId: '',
    });
    await moderate(tracker, documentId, 'approve');
    expect(await list()).toEqual({
      data: [
        {
          documentId,
          authorName: 'ნინო',
          body: data.body,
          locale: 'ka',
          official: false,
          agency: null,
          createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
          replies: [],
          repliesCount: 0,
        },
      ],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } },
    });
    await moderate(tracker, documentId, 'hide');
    expect((await list()).data).toEqual([]);
  });

  it('stay in the dataset when their commitment is published again', async () => {
    const documentId = await approvedComment(tracker, commitment, { body: 'Stays in the dataset' });
    const inDataset = async () =>
      (await (await fetch(`${tracker.url}/api/open-data/comments.csv`)).text()).includes(documentId);
    expect(await inDataset()).toBe(true);
    await tracker.strapi.documents('api::commitment.commitment').update({
      documentId: commitment,
      locale: 'ka',
      data: { title: 'ახალი სათაური' },
      status: 'published',
    } as never);
    expect(await inDataset()).toBe(true);
    expect((await list()).data.map((shown) => shown.documentId)).toEqual([documentId]);
    await moderate(tracker, documentId, 'hide');
  });

  it('report what is wrong field by field, in the language of the request', async () => {
    const wrong = { authorName: 'x', authorEmail: 'nobody', body: '' };
    const answer = await sendComment(tracker, commitment, wrong, { 'accept-language': 'ka' });
    expect(answer.status).toBe(400);
    expect(fieldCodes(answer)).toEqual([
      'authorEmail EMAIL_INVALID',
      'authorName TOO_SHORT',
      'body REQUIRED',
    ]);
    expect(answer.body.error).toMatchObject({
      status: 400,
      name: 'ValidationError',
      message: 'გთხოვთ, გადახედოთ მონიშნულ ველებს.',
    });
    expect(answer.body.error.details.errors!.map(({ message }) => message)).toContain(
      'მიუთითეთ სწორი ელფოსტა.',
    );
    const english = await sendComment(tracker, commitment, { ...wrong, locale: 'en' });
    expect(english.body.error.details.errors!.map(({ message }) => message)).toContain(
      'Enter a valid e-mail.',
    );
  });

  it('need something that is published, and open', async () => {
    expect((await sendComment(tracker, draft, writtenComment())).status).toBe(404);
    expect((await sendComment(tracker, 'nothing', writtenComment())).status).toBe(404);
    const closed = await makeCommitment(tracker, { title: 'Closed', data: { commentsOpen: false } });
    const answer = await sendComment(tracker, closed, writtenComment());
    expect([answer.status, answer.body.error.details.code]).toEqual([403, 'COMMENTS_CLOSED']);
    const { status } = await jsonRequest(`${tracker.url}/api/commitments/${draft}/comments`);
    expect(status).toBe(404);
    expect((await list('', closed)).data).toEqual([]);
  });

  it('are taken on what is published in one language only', async () => {
    const documents = tracker.strapi.documents('api::commitment.commitment');
    const { documentId } = await documents.create({
      locale: 'en',
      data: { title: 'English only' },
      status: 'published',
    } as never);
    const comment = await approvedComment(tracker, documentId);
    expect((await list('', documentId)).data.map((shown) => shown.documentId)).toEqual([comment]);
    const rows: { commitment: { documentId: string } }[] = await tracker.strapi.db
      .query(COMMENT)
      .findMany({ where: { documentId: comment }, populate: { commitment: true } });
    expect(rows[0]!.commitment.documentId).toBe(documentId);
  });

  describe('in a thread', () => {
    let subject: string;
    let first: string;
    beforeAll(async () => {
      subject = await makeCommitment(tracker, { title: 'Thread' });
      first = await approvedComment(tracker, subject, { body: 'First' });
      for (const body of ['Second', 'Third']) await approvedComment(tracker, subject, { body, locale: 'en' });
      await approvedComment(tracker, subject, { body: 'Answer one', parent: first });
      await approvedComment(tracker, subject, { body: 'Answer two', parent: first });
      await sendComment(tracker, subject, { ...writtenComment(), parent: first });
    });
    const bodies = async (query: string) => (await list(query, subject)).data.map(({ body }) => body);

    it('come newest or oldest first, page by page, in one language if wanted', async () => {
      expect(await bodies('')).toEqual(['Third', 'Second', 'First']);
      expect(await bodies('?sort=createdAt:asc')).toEqual(['First', 'Second', 'Third']);
      expect(await bodies('?pagination[page]=2&pagination[pageSize]=2')).toEqual(['First']);
      expect(await bodies('?locale=en')).toEqual(['Third', 'Second']);
      expect((await list('?pagination[pageSize]=2', subject)).meta.pagination).toEqual({
        page: 1,
        pageSize: 2,
        pageCount: 2,
        total: 3,
      });
    });

    it('have approved answers below them, one level deep', async () => {
      const { data } = await list('?sort=createdAt:asc', subject);
      expect(data[0]).toMatchObject({ repliesCount: 2 });
      expect(data[0]!.replies.map(({ body }) => body)).toEqual(['Answer one', 'Answer two']);
      expect(data[1]).toMatchObject({ repliesCount: 0, replies: [] });
      expect(await bodies(`?parent=${first}&sort=createdAt:asc`)).toEqual(['Answer one', 'Answer two']);
    });

    it('can be answered where they are public, of this commitment, and no answers themselves', async () => {
      const [{ replies }] = (await list('?sort=createdAt:asc', subject)).data as [Shown];
      const pending = await sendComment(tracker, subject, writtenComment());
      const codes = async (parent: string, of = subject) =>
        fieldCodes(await sendComment(tracker, of, { ...writtenComment(), parent }));
      expect(await codes(replies[0]!.documentId)).toEqual(['parent PARENT_IS_REPLY']);
      expect(await codes(pending.body.data!.documentId)).toEqual(['parent PARENT_UNKNOWN']);
      expect(await codes('unknown')).toEqual(['parent PARENT_UNKNOWN']);
      expect(await codes(first, commitment)).toEqual(['parent PARENT_UNKNOWN']);
    });

    it('disappear with the comment they answer', async () => {
      await moderate(tracker, first, 'hide');
      expect(JSON.stringify(await list('', subject))).not.toContain('Answer');
      await moderate(tracker, first, 'show');
      expect(JSON.stringify(await list('', subject))).toContain('Answer');
    });
  });

  it('name the agency of an official answer in the language of the reader', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const { documentId: partner } = await partners.create({
      locale: 'ka',
      data: { name: 'მერია', kind: 'local-government' },
    } as never);
    await partners.update({ documentId: partner, locale: 'en', data: { name: 'City hall' } } as never);
    await partners.publish({ documentId: partner, locale: '*' } as never);
    const subject = await makeCommitment(tracker, { title: 'Answered' });
    const documentId = await approvedComment(tracker, subject);
    await asModeration(() =>
      tracker.strapi.documents(COMMENT).update({ documentId, data: { official: true, partner } } as never),
    );
    expect((await list('', subject)).data[0]).toMatchObject({
      official: true,
      agency: { documentId: partner, name: 'City hall' },
    });
    const georgian = await jsonRequest<Page>(`${tracker.url}/api/commitments/${subject}/comments`, {
      headers: { 'accept-language': 'ka' },
    });
    expect(georgian.body.data[0]).toMatchObject({ agency: { name: 'მერია' } });
  });

  it('are closed everywhere by one setting; what is approved stays readable', async () => {
    const { database } = tracker;
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: database, env: { ...NO_LIMITS, COMMENTS_OPEN: 'false' } });
    const answer = await sendComment(tracker, commitment, writtenComment());
    expect([answer.status, answer.body.error.details.code]).toEqual([403, 'COMMENTS_CLOSED']);
    expect((await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments`)).status).toBe(200);
  });
});
