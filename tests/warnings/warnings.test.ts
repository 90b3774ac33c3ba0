import { adminToken, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';

interface Answer {
  data: { warnings: { code: string; path: string[]; messages: { ka: string; en: string } }[] };
  error?: { status: number; details: { code: string; permission?: string } };
}

interface Finding {
  contentType: string;
  documentId: string;
  title: string | null;
  code: string;
  locale: string | null;
}

let tracker: Tracker;
let panel: string;
let token: string;

const read = (contentType: string, documentId: string, login: string | undefined = panel) =>
  jsonRequest<Answer>(`${tracker.url}/accountability/documents/${contentType}/${documentId}/warnings`, {
    token: login,
  });
const codesOf = async (contentType: string, documentId: string) => {
  const { status, body } = await read(contentType, documentId);
  expect(status).toBe(200);
  return body.data.warnings.map(({ code }) => code);
};
const findings = async (contentTypes?: string[], options?: { batch: number }) => {
  const found: Finding[] = [];
  const service = tracker.strapi.plugin('accountability').service('warnings');
  for await (const finding of service.ofPublished(contentTypes, options)) found.push(finding as Finding);
  return found;
};
const month = (startDate: string, endDate: string) => ({
  startDate,
  startPrecision: 'month',
  endDate,
  endPrecision: 'month',
});

beforeAll(async () => {
  tracker = await bootTracker({
    env: { SEED_DEMO: 'true' },
    isDamaged: 'what is to be found is written past the application',
  });
  panel = await adminToken(tracker, ['strapi-editor']);
  token = await createFullAccessToken(tracker);
});
afterAll(() => tracker.close());

it('reports the milestone of the seed that starts before its commitment', async () => {
  const { documentId } = await tracker.strapi.db
    .query(MILESTONE)
    .findOne({ where: { code: '2.2.1' }, select: ['documentId'] });
  const { body } = await read(MILESTONE, documentId);
  expect(body.data.warnings).toEqual([
    {
      code: 'starts-before-commitment',
      path: ['timeframe', 'startDate'],
      messages: expect.objectContaining({
        ka: 'ეტაპი უფრო ადრე იწყება (სექტემბერი 2018), ვიდრე ვალდებულება (ოქტომბერი 2018).',
        en: 'The milestone starts (September 2018) before its commitment does (October 2018).',
      }),
    },
  ]);
});

it('refuses no such data over HTTP, and warns of it', async () => {
  const commitment = await makeCommitment(tracker, {
    data: { timeframe: month('2018-10-01', '2019-06-01') },
  });
  const made = await jsonRequest<{ data: { documentId: string } }>(
    `${tracker.url}/api/milestones?locale=ka`,
    {
      token,
      body: { data: { title: 'გვიანი', commitment, timeframe: month('2018-09-01', '2019-07-01') } },
    },
  );
  expect(made.status).toBe(201);
  expect(await codesOf(MILESTONE, made.body.data.documentId)).toEqual([
    'starts-before-commitment',
    'ends-after-commitment',
    'language-missing',
  ]);

  const report = await jsonRequest<{ data: { documentId: string } }>(
    `${tracker.url}/api/progress-reports?locale=ka`,
    {
      token,
      body: { data: { commitment, period: { kind: 'annual', year: 2020 }, publishedOn: '2019-05-01' } },
    },
  );
  expect(report.status).toBe(201);
  expect(await codesOf(REPORT, report.body.data.documentId)).toEqual([
    'published-before-period',
    'period-outside-commitment',
    'language-missing',
  ]);
});

it('warns of what the draft says, and no longer once it is corrected', async () => {
  const commitment = await makeCommitment(tracker);
  const documentId = await makeMilestone(tracker, { title: 'Undated', data: { commitment } });
  expect(await codesOf(MILESTONE, documentId)).toEqual(['start-missing', 'end-missing']);
  await tracker.strapi.documents(MILESTONE).update({
    documentId,
    locale: 'ka',
    data: { timeframe: { startDate: '2018-10-01', endPrecision: 'none' } },
  } as never);
  expect(await codesOf(MILESTONE, documentId)).toEqual([]);
  const published = await findings([MILESTONE]);
  expect(published.filter((finding) => finding.documentId === documentId).map(({ code }) => code)).toEqual([
    'start-missing',
    'end-missing',
  ]);
});

it('warns of a completion whose result is not described', async () => {
  const commitment = await makeCommitment(tracker);
  const documentId = await makeMilestone(tracker, {
    data: { commitment, timeframe: month('2018-10-01', '2019-06-01') },
  });
  await tracker.strapi.plugin('accountability').service('workflows').record({
    contentType: MILESTONE,
    documentId,
    workflow: 'implementation',
    state: 'completed',
  });
  expect(await codesOf(MILESTONE, documentId)).toEqual(['completed-without-result']);
});

describe('what has lost its parent', () => {
  const COMMITMENT = 'api::commitment.commitment';
  const COMMENT = 'api::comment.comment';

  it('is a published milestone whose commitment is not published, and its draft only without any', async () => {
    const commitment = await makeCommitment(tracker);
    const documentId = await makeMilestone(tracker, { data: { commitment } });
    const codes = async () =>
      (await findings([MILESTONE]))
        .filter((finding) => finding.documentId === documentId)
        .map(({ code }) => code);
    expect(await codes()).not.toContain('commitment-missing');
    // Such content is older than the rule against it.
    const remove = (where: object) =>
      tracker.strapi.db.query(COMMITMENT).deleteMany({ where: { documentId: commitment, ...where } });
    await remove({ publishedAt: { $notNull: true } });
    expect(await codes()).toContain('commitment-missing');
    expect(await codesOf(MILESTONE, documentId)).not.toContain('commitment-missing');
    await remove({});
    expect(await codesOf(MILESTONE, documentId)).toContain('commitment-missing');
  });

  it('is a comment whose commitment was deleted', async () => {
    const commitment = await makeCommitment(tracker);
    const { documentId } = await tracker.strapi.documents(COMMENT).create({
      data: { authorName: 'ნინო', body: 'კარგია', commitment },
    } as never);
    const found = async () =>
      (await findings([COMMENT])).filter((finding) => finding.documentId === documentId);
    expect(await found()).toEqual([]);
    await tracker.strapi.documents(COMMITMENT).delete({ documentId: commitment, locale: '*' });
    expect(await found()).toMatchObject([{ code: 'comment-without-commitment', locale: null }]);
  });
});

describe('everything that is published', () => {
  it('is reported with the language to correct it in', async () => {
    const commitment = await makeCommitment(tracker);
    const documentId = await makeMilestone(tracker, { data: { commitment } });
    await tracker.strapi.documents(MILESTONE).delete({ documentId, locale: 'en' });
    const found = (await findings([MILESTONE])).filter((finding) => finding.documentId === documentId);
    expect(found.map(({ code, locale }) => [code, locale])).toEqual([
      ['start-missing', 'ka'],
      ['end-missing', 'ka'],
      ['language-missing', 'en'],
    ]);
  });

  it('is gone through in batches, with the same findings whatever their size', async () => {
    for (let count = 0; count < 5; count += 1) await makeMilestone(tracker, { title: `Batch ${count}` });
    const all = await findings();
    expect(all).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ contentType: MILESTONE, title: 'Batch 4 ka', code: 'start-missing' }),
      ]),
    );
    expect(await findings(undefined, { batch: 1 })).toEqual(all);
    expect(await findings(undefined, { batch: 3 })).toEqual(all);
    const keys = all.map(({ documentId, code }) => `${documentId} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves out what is a draft', async () => {
    const documentId = await makeMilestone(tracker, { published: false });
    expect((await findings()).filter((finding) => finding.documentId === documentId)).toEqual([]);
  });
});

describe('who may read them', () => {
  it('asks for a login', async () => {
    const documentId = await makeMilestone(tracker);
    expect((await read(MILESTONE, documentId, '')).status).toBe(401);
    expect((await read(MILESTONE, documentId, token)).status).toBe(401);
  });

  it('asks for the permission to read that content type', async () => {
    const documentId = await makeMilestone(tracker);
    const moderator = await adminToken(tracker, ['tracker-moderator']);
    const { status, body } = await read(MILESTONE, documentId, moderator);
    expect([status, body.error!.details.code, body.error!.details.permission]).toEqual([
      403,
      'READ_NOT_ALLOWED',
      'plugin::content-manager.explorer.read',
    ]);
    expect((await read('api::comment.comment', 'unknown')).status).toBe(403);
  });

  it('answers 404 for what there is not', async () => {
    const document = await read(MILESTONE, 'unknown');
    expect([document.status, document.body.error!.details.code]).toEqual([404, 'UNKNOWN_DOCUMENT']);
    const type = await read('api::nothing.nothing', 'unknown');
    expect([type.status, type.body.error!.details.code]).toEqual([404, 'NO_SUCH_CONTENT_TYPE']);
    expect((await read('constructor', 'unknown')).status).toBe(404);
  });
});
