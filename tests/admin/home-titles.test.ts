import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Home {
  data: { contentTypeUid: string; title: string }[];
}

const REPORT = 'api::progress-report.progress-report';

describe('the home page', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
    const commitment = await tracker.strapi
      .documents('api::commitment.commitment')
      .create({ locale: 'ka', data: { title: 'ღია მონაცემები', code: '2.2' } as never });
    await tracker.strapi.documents(REPORT).create({
      locale: 'ka',
      status: 'published',
      data: {
        commitment: commitment.documentId,
        period: { kind: 'annual', year: 2019 },
        publishedOn: '2020-12-31',
      } as never,
    });
  });
  afterAll(() => tracker.close());

  it.each(['update', 'publish'])('calls a report by what it is about and its period (%s)', async (action) => {
    const token = await adminToken(tracker);
    const { body } = await jsonRequest<Home>(
      `${tracker.url}/content-manager/homepage/recent-documents?action=${action}`,
      { token },
    );
    const report = body.data.find(({ contentTypeUid }) => contentTypeUid === REPORT);
    expect(report?.title).toBe('2.2 ღია მონაცემები · 2019, Annual');
  });
});
