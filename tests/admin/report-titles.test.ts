import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Home {
  data: { contentTypeUid: string; title: string }[];
}

interface Relations {
  results: { publishedOn: string }[];
}

interface Form {
  data: { reportTitle: string; publishedOn: string };
}

const REPORT = 'api::progress-report.progress-report';

describe('what a progress report is called in the panel', () => {
  let tracker: Tracker;
  let commitmentId: string;
  let reportId: string;
  beforeAll(async () => {
    tracker = await bootTracker();
    const commitment = await tracker.strapi
      .documents('api::commitment.commitment')
      .create({ locale: 'ka', status: 'published', data: { title: 'ღია მონაცემები', code: '2.2' } as never });
    commitmentId = commitment.documentId;
    const report = await tracker.strapi.documents(REPORT).create({
      locale: 'ka',
      status: 'published',
      data: {
        commitment: commitment.documentId,
        period: { kind: 'annual', year: 2019 },
        publishedOn: '2020-12-31',
      } as never,
    });
    reportId = report.documentId;
  });
  afterAll(() => tracker.close());

  const ask = async <Body>(path: string, language = 'en') =>
    (
      await jsonRequest<Body>(`${tracker.url}/content-manager/${path}`, {
        token: await adminToken(tracker),
        headers: { 'accept-language': language },
      })
    ).body;

  it.each([
    ['update', 'en', '2.2 ღია მონაცემები · 2019, Annual'],
    ['publish', 'en', '2.2 ღია მონაცემები · 2019, Annual'],
    ['update', 'ka', '2.2 ღია მონაცემები · 2019, წლიური'],
  ])('shows what it is about and its period on the home page (%s, %s)', async (action, language, title) => {
    const home = await ask<Home>(`homepage/recent-documents?action=${action}`, language);
    expect(home.data.find(({ contentTypeUid }) => contentTypeUid === REPORT)?.title).toBe(title);
  });

  it.each([
    ['en', '2.2 ღია მონაცემები · 2019, Annual'],
    ['ka', '2.2 ღია მონაცემები · 2019, წლიური'],
  ])('shows the same in relation fields, and where one is chosen (%s)', async (language, title) => {
    const chosen = `relations/api::commitment.commitment/${commitmentId}/progressReports?locale=ka`;
    const offered = 'relations/api::partner.partner/assessedReports?locale=ka';
    for (const path of [chosen, offered]) {
      const { results } = await ask<Relations>(path, language);
      expect(results.map(({ publishedOn }) => publishedOn)).toEqual([title]);
    }
  });

  it('heads its form, whose date stays a date', async () => {
    const { data } = await ask<Form>(`collection-types/${REPORT}/${reportId}?locale=ka`);
    expect(data).toMatchObject({
      reportTitle: '2.2 ღია მონაცემები · 2019, Annual',
      publishedOn: '2020-12-31',
    });
  });

  it('leaves relations to other types as they are', async () => {
    const { results } = await ask<{ results: { title: string }[] }>(
      `relations/${REPORT}/${reportId}/commitment?locale=ka`,
    );
    expect(results.map(({ title }) => title)).toEqual(['ღია მონაცემები']);
  });
});
