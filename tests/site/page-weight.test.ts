import { stopIndexing } from '../support/search-index';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENTS = 2_000;
const ORGANISATIONS = 953;
const AT_ONCE = 100;
const MAX_BYTES = 60_000;
const LOCALES = ['ka', 'en'];
const WORDS = 'სამინისტრო სააგენტო საბჭო ქალაქი განათლება ჯანდაცვა ფინანსები გარემო სოფელი მერია'.split(' ');

/** A name of six words, another for each number. */
const nameOf = (number: number): string =>
  Array.from({ length: 6 }, (_, place) => WORDS[(number * 7 + place * (number % 9)) % WORDS.length])
    .concat(String(number))
    .join(' ');

describe('the pages of a site with 2,000 commitments and 953 organisations', () => {
  let tracker: Tracker;

  const fill = async (uid: string, count: number, more: (number: number) => object): Promise<void> => {
    const rows = Array.from({ length: count }, (_, number) => number).flatMap((number) =>
      LOCALES.map((locale) => ({
        documentId: `${uid.slice(5, 8)}${String(number).padStart(21, '0')}`,
        locale,
        publishedAt: new Date().toISOString(),
        ...more(number),
      })),
    );
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      await tracker.strapi.db
        .query(uid as 'api::partner.partner')
        .createMany({ data: rows.slice(start, start + AT_ONCE) as never });
    }
  };

  /** Links every commitment to the plan of its language. */
  const intoThePlan = async (): Promise<void> => {
    const { db } = tracker.strapi;
    const { joinTable } = db.metadata.get('api::commitment.commitment').attributes.actionPlan as never as {
      joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
    };
    const select = ['id', 'locale'];
    const plans = await db.query('api::action-plan.action-plan').findMany({ select });
    const commitments = await db.query('api::commitment.commitment').findMany({ select });
    const rows = commitments.map(({ id, locale }) => ({
      [joinTable.joinColumn.name]: id as number,
      [joinTable.inverseJoinColumn.name]: plans.find((plan) => plan.locale === locale)?.id as number,
    }));
    await db.connection.batchInsert(joinTable.name, rows, AT_ONCE);
  };

  beforeAll(async () => {
    tracker = await bootTracker();
    await stopIndexing(tracker);
    await fill('api::partner.partner', ORGANISATIONS, (number) => ({
      name: nameOf(number),
      slug: `organisation-${number}`,
      kind: 'local-government',
    }));
    await fill('api::commitment.commitment', COMMITMENTS, (number) => ({
      title: nameOf(number),
      code: `${number % 40}.${number}`,
      slug: `commitment-${number}`,
    }));
    await fill('api::action-plan.action-plan', 1, () => ({ title: nameOf(1), slug: 'plan' }));
    await intoThePlan();
  }, 180_000);
  afterAll(() => tracker.close());

  it.each([
    '/',
    '/commitments',
    '/commitments?page=50&locale=en',
    '/commitments/commitment-7',
    '/commitments/commitment-7/comment-sent',
    '/organisations',
    '/organisations/organisation-7',
    '/plans/plan',
    '/plans/plan?group=agency&page=2&timeline=100',
    '/data',
  ])('weigh less than 60 kB packed: %s', async (path) => {
    const { status, headers, body } = await rawRequest(`${tracker.url}${path}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect([status, headers['content-encoding']]).toEqual([200, 'gzip']);
    expect(body.length).toBeGreaterThan(500);
    expect(body.length).toBeLessThan(MAX_BYTES);
  });
});
