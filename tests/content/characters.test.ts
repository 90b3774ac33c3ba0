import { adminToken, createFullAccessToken } from '../support/accounts';
import { approvedComment, NO_LIMITS } from '../support/comments';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

/** Characters no database stores as they are sent, as JSON writes them. */
const UNSTORABLE = [
  ['NUL', 'x\\u0000y', 'NUL_IN_BODY'],
  ['the first half of a character', 'x\\ud83dy', 'BROKEN_CHARACTER'],
  ['the second half of a character', 'x\\ude00y', 'BROKEN_CHARACTER'],
] as const;

let tracker: Tracker;
let token: string;
let admin: string;
let commitment: string;
let milestone: string;

beforeAll(async () => {
  tracker = await bootTracker({ env: NO_LIMITS });
  token = await createFullAccessToken(tracker);
  admin = await adminToken(tracker);
  commitment = await makeCommitment(tracker);
  milestone = await makeMilestone(tracker);
});
afterAll(() => tracker.close());

const send = async (
  path: string,
  body: string,
  { method = 'POST', bearer = token, type = 'application/json' } = {},
) => {
  const answer = await rawRequest(`${tracker.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
    body,
  });
  const text = answer.body.toString();
  const { error } = JSON.parse(text) as {
    error?: { details?: { code?: string; errors?: { path: unknown[]; messages: object }[] } };
  };
  return { status: answer.status, code: error?.details?.code, first: error?.details?.errors?.[0] };
};

const PANEL = '/content-manager/collection-types';

/** Addresses that take a body, and a body with a text at `TEXT`. */
const BODIES: Readonly<Record<string, () => [path: string, body: string, path: unknown[], method?: string]>> =
  {
    'a text of the API': () => ['/api/partners', '{"data": {"name": "TEXT"}}', ['data', 'name']],
    'an update by the API': () => [
      `/api/commitments/${commitment}`,
      '{"data": {"identifiers": [{"scheme": "a", "value": "TEXT"}]}}',
      ['data', 'identifiers', 0, 'value'],
      'PUT',
    ],
    'an id of a relation': () => [
      '/api/milestones',
      '{"data": {"title": "a", "commitment": "TEXT"}}',
      ['data', 'commitment'],
    ],
    'a text of the panel': () => [`${PANEL}/api::partner.partner`, '{"name": "TEXT"}', ['name']],
    'an update by the panel': () => [
      `${PANEL}/api::milestone.milestone/${milestone}?locale=ka`,
      '{"evidence": [{"title": "TEXT"}]}',
      ['evidence', 0, 'title'],
      'PUT',
    ],
    'ids of a bulk action': () => [
      `${PANEL}/api::milestone.milestone/actions/bulkPublish`,
      '{"documentIds": ["TEXT"]}',
      ['documentIds', 0],
    ],
    'a reason of a move': () => [
      '/api/accountability/transitions',
      `{"contentType": "api::milestone.milestone", "documentId": "${milestone}", "workflow": "implementation", "transition": "start", "reason": "TEXT"}`,
      ['reason'],
    ],
    'a move of the panel': () => [
      '/accountability/transitions',
      `{"contentType": "api::milestone.milestone", "documentId": "TEXT", "workflow": "implementation", "transition": "start"}`,
      ['documentId'],
    ],
    'a log-in': () => ['/admin/login', '{"email": "TEXT@example.org", "password": "x"}', ['email']],
  };

describe.each(UNSTORABLE)('%s', (_, text, code) => {
  it.each(Object.keys(BODIES))('is refused in %s, with its place', async (name) => {
    const [path, body, place, method] = BODIES[name]!();
    const bearer = path.startsWith('/api/') ? token : admin;
    const answer = await send(path, body.replace('TEXT', text), { method, bearer });
    expect([answer.status, answer.code]).toEqual([400, code]);
    expect(answer.first).toMatchObject({
      path: place,
      messages: { en: expect.stringContaining(String(place[0])), ka: expect.stringMatching(/[ა-ჰ]{3}/) },
    });
  });

  it('is refused in the name of a field', async () => {
    const answer = await send('/api/partners', `{"data": {"name": "a", "b${text}": 1}}`);
    expect([answer.status, answer.code]).toEqual([400, code]);
  });

  it('is refused in what is said of a file', async () => {
    const boundary = 'limit';
    const part = (name: string, more: string, content: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
    const body = `${part('fileInfo', '', `{"name": "${text}"}`)}${part('files', '; filename="a.txt"', 'a')}--${boundary}--\r\n`;
    const answer = await send('/upload', body, {
      bearer: admin,
      type: `multipart/form-data; boundary=${boundary}`,
    });
    expect([answer.status, answer.code]).toEqual([400, code]);
  });

  it('is taken out of a comment of a visitor', async () => {
    const documentId = await approvedComment(tracker, commitment, {
      body: `before ${JSON.parse(`"${text}"`) as string} after`,
    });
    const row = await tracker.strapi.db.query('api::comment.comment').findOne({ where: { documentId } });
    expect(row.body).toMatch(/^before x\ufffd?y after$/);
  });
});

it('every other character is stored as it was sent', async () => {
  const name = 'Ა ა 😀 ﬁ \u0001 \u200d \uFFFD é é';
  const answer = await send(`${PANEL}/api::partner.partner?locale=ka`, JSON.stringify({ name }), {
    bearer: admin,
  });
  expect(answer.status).toBe(201);
  expect(await tracker.strapi.db.query('api::partner.partner').count({ where: { name } })).toBe(1);
});

it.each([
  ['broken JSON', '{"data": '],
  ['a member __proto__', '{"data": {"name": "a", "__proto__": {"x": 1}}}'],
  ['no object', '"text"'],
])('%s is answered with what to do, and no stack in the log', async (_, body) => {
  const logged: unknown[] = [];
  const { log } = tracker.strapi;
  const usual = log.error;
  log.error = ((entry: unknown) => logged.push(entry)) as unknown as typeof log.error;
  try {
    const answer = await send('/api/partners', body);
    expect([answer.status, answer.code]).toEqual([400, 'NOT_JSON']);
  } finally {
    log.error = usual;
  }
  expect(logged).toEqual([]);
});

it.each(['constructor', 'toString', 'hasOwnProperty'])('a field called %s is refused', async (name) => {
  const answer = await send('/api/commitments', `{"data": {"title": "a", "timeframe": {"${name}": {}}}}`);
  expect([answer.status, answer.code]).toEqual([400, 'NAME_NOT_ALLOWED']);
});

it.each([60, 1_000, 100_000])('lists in %i levels are refused', async (depth) => {
  const lists = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const answer = await send('/api/commitments', `{"data": {"title": "a", "timeframe": ${lists}}}`);
  expect([answer.status, answer.code]).toEqual([400, depth > 60 ? 'TOO_DEEP' : undefined]);
});

it('an address with a NUL is refused in the panel too', async () => {
  const { status } = await rawRequest(`${tracker.url}${PANEL}/api::partner.partner?_q=%00`, {
    headers: { authorization: `Bearer ${admin}` },
  });
  expect(status).toBe(400);
});
