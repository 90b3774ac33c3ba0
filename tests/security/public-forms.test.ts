import {
  approvedComment,
  COMMENT,
  fieldCodes,
  NO_LIMITS,
  sendComment,
  solveProof,
  storedComment,
  writtenComment,
  type Answer,
} from '../support/comments';
import { jsonRequest, type JsonResponse } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { normalisedDuring } from '../support/normalised';
import { rawRequest } from '../support/raw-request';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';
import { mailedToken } from '../support/unsubscribe-link';

const PROOF = { COMMENTS_PROOF_OF_WORK: 'true', COMMENTS_PROOF_OF_WORK_COST: '1' };
/** Marks that have to be put in order: composing them takes a time that grows with their square. */
const marks = (length: number): string => '\u0301\u0323'.repeat(length / 2);

describe('what is sent to a public form', () => {
  let tracker: Tracker;
  let commitment: string;
  const boot = async (env: Record<string, string>) => {
    tracker = await bootTracker({ env });
    commitment = await makeCommitment(tracker, { title: 'Written to' });
    await stopIndexing(tracker);
  };
  const send = (data: object, headers?: Record<string, string>) =>
    sendComment(tracker, commitment, data, headers);
  const report = (data: object, headers?: Record<string, string>, comment = 'unknown') =>
    jsonRequest<Answer>(`${tracker.url}/api/commitments/${commitment}/comments/${comment}/reports`, {
      body: { data },
      headers,
    });
  /** Statements about comments, counts and what is published; Strapi still reads the new commitment for its events. */
  const statementsDuring = async (work: () => Promise<unknown>): Promise<string[]> => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      if (/accountability_|\bcomments\b|published_at/.test(sql)) statements.push(sql);
    };
    tracker.strapi.db.connection.on('query', listen);
    await work();
    tracker.strapi.db.connection.removeListener('query', listen);
    return statements;
  };
  /** What the work itself asks the database: a task of the minute may fall into one try, not into all. */
  const asked = async (work: () => Promise<unknown>): Promise<string[]> => {
    let statements = await statementsDuring(work);
    for (let again = 0; again < 2 && statements.length > 0; again += 1) {
      statements = await statementsDuring(work);
    }
    return statements;
  };
  describe('without a limit of attempts', () => {
    beforeAll(() => boot({ ...NO_LIMITS, ...PROOF }));
    afterAll(() => tracker.close());

    it('is refused by its length alone, without a proof, a composed letter or a statement', async () => {
      const reason = 'hate';
      const cases: [string, () => Promise<JsonResponse<Answer>>][] = [
        ['authorName TOO_LONG', () => send({ ...writtenComment(), authorName: marks(162) })],
        ['authorEmail TOO_LONG', () => send({ ...writtenComment(), authorEmail: `${marks(510)}@b.ge` })],
        ['body TOO_LONG', () => send({ ...writtenComment(), body: marks(8002) })],
        ['details TOO_LONG', () => report({ reason, details: marks(2002) })],
        [
          Array.from({ length: 5 }, (_, index) => `x${index} FIELD_UNKNOWN`).join(),
          () => send(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x${index}`, 1]))),
        ],
        // What is short enough needs its proof before anything of it is cleaned, wrong as it is.
        ['altcha CHALLENGE_MISSING', () => send({ authorName: marks(80), authorEmail: 'x', body: 'x' })],
        ['altcha CHALLENGE_INVALID', () => report({ reason: 'x', details: marks(100), altcha: 'forged' })],
        ['altcha CHALLENGE_INVALID', () => send({ ...writtenComment(), altcha: { not: 'text' } })],
      ];
      for (const [expected, sending] of cases) {
        let answer: JsonResponse<Answer> | undefined;
        const statements = await asked(async () => {
          expect(await normalisedDuring(async () => (answer = await sending()))).toEqual([]);
        });
        expect([answer!.status, fieldCodes(answer!).join(), statements]).toEqual([400, expected, []]);
      }
    });

    it('is cleaned and taken with its proof, up to the longest text', async () => {
      const altcha = await solveProof(tracker);
      const wrong = await send({ ...writtenComment(), body: 'a'.repeat(4001), altcha });
      expect(fieldCodes(wrong)).toEqual(['body TOO_LONG']);
      const { status, body } = await send({ ...writtenComment(), body: '😀'.repeat(4000), altcha });
      expect(status).toBe(201);
      expect(await storedComment(tracker, body.data!.documentId)).toMatchObject({ body: '😀'.repeat(4000) });
    });

    it('as a search is refused or cut before it is compared', async () => {
      const search = encodeURIComponent('\u0301\u0323'.repeat(300));
      const texts = await normalisedDuring(async () => {
        expect((await fetch(`${tracker.url}/api/commitments?_q=${search}`)).status).toBe(400);
        expect((await fetch(`${tracker.url}/commitments?q=${search}`)).status).toBe(200);
      });
      const lengths = texts.filter((text) => text.startsWith('\u0301')).map(({ length }) => length);
      expect([...new Set(lengths)]).toEqual([200]);
    });
  });

  describe('with one', () => {
    afterEach(() => tracker.close());

    it('counts towards the limit of its address whatever becomes of it, and is not even read beyond it', async () => {
      await boot({ ...NO_LIMITS, ...PROOF, COMMENTS_ATTEMPTS_PER_ADDRESS: '6', IS_PROXIED: 'true' });
      const from = (address: string) => ({ 'x-forwarded-for': address });
      const raw = (body: string) =>
        rawRequest(`${tracker.url}/api/commitments/${commitment}/comments`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...from('192.0.2.1') },
          body,
        });
      const refused = [
        (await send({ ...writtenComment(), body: marks(8002) }, from('192.0.2.1'))).status,
        (await send(writtenComment(), from('192.0.2.1'))).status,
        (await report({ reason: 'hate' }, from('192.0.2.1'))).status,
        (await raw('{"data":')).status,
        (await raw(' '.repeat(70_000))).status,
      ];
      expect(refused).toEqual([400, 400, 400, 400, 413]);
      const unknown = `${tracker.url}/api/comments/unsubscribe/abc.def`;
      expect((await fetch(unknown, { headers: from('192.0.2.1') })).status).toBe(404);

      const altcha = await solveProof(tracker);
      let answer: JsonResponse<Answer> | undefined;
      const statements = await asked(async () => {
        answer = await send({ ...writtenComment(), altcha }, from('192.0.2.1'));
      });
      expect([answer!.status, answer!.body.error.details.code, statements]).toEqual([429, 'TOO_MANY', []]);
      expect(answer!.body.error.details).toMatchObject({
        retryAfter: Number(answer!.headers.get('retry-after')),
      });
      expect(Number(answer!.headers.get('retry-after'))).toBeGreaterThan(500);
      expect((await report({ reason: 'hate' }, from('192.0.2.1'))).status).toBe(429);
      expect((await raw(' '.repeat(70_000))).status).toBe(429);
      expect((await fetch(unknown, { headers: from('192.0.2.1') })).status).toBe(429);
      // Another address, and the same challenge: it has not been used.
      expect((await send({ ...writtenComment(), altcha }, from('192.0.2.2'))).status).toBe(201);
    });

    it('to end mails is not read, and a good link works for everybody', async () => {
      await boot({ ...NO_LIMITS, COMMENTS_ATTEMPTS_PER_ADDRESS: '2' });
      const documentId = await approvedComment(tracker, commitment, { wantsNotice: true });
      const below = `${tracker.url}/api/comments/unsubscribe`;
      const end = (token: string) =>
        rawRequest(`${below}/${token}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{'.repeat(200_000),
        });
      const token = mailedToken(tracker.strapi, documentId);
      const statements = await asked(async () => {
        expect((await end(`${token}${'x'.repeat(500)}`)).status).toBe(404);
        expect((await end('a.'.repeat(2000))).status).toBe(429);
      });
      expect(statements).toEqual([]);
      expect((await end(token)).status).toBe(200);
      expect(await storedComment(tracker, documentId)).toMatchObject({ wantsNotice: false });
      expect(await tracker.strapi.db.query(COMMENT).count()).toBe(1);
    });
  });
});
