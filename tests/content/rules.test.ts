import { adminLogin, createAdmin, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Answer {
  data: { documentId: string; [field: string]: unknown };
  error?: {
    message: string;
    details: { errors: { path: (string | number)[]; code: string; message: string }[] };
  };
}

let tracker: Tracker;
let token: string;
let count = 0;

const write = (
  type: string,
  data: object,
  { id = '', locale = 'ka' }: { id?: string; locale?: string } = {},
) =>
  jsonRequest<Answer>(`${tracker.url}/api/${type}${id && `/${id}`}?locale=${locale}&populate=*`, {
    method: id ? 'PUT' : 'POST',
    token,
    body: { data },
  });

const made = async (type: string, data: object): Promise<Answer['data']> => {
  const { status, body } = await write(type, data);
  expect([status, body.error]).toEqual([201, undefined]);
  return body.data;
};

const newPlan = () => made('action-plans', { title: `გეგმა ${(count += 1)}`, scope: 'local' });

const expectRefusal = (answer: { status: number; body: Answer }, path: (string | number)[], code: string) => {
  expect(answer.status).toBe(400);
  expect(answer.body.error!.details.errors).toEqual([
    expect.objectContaining({ path, code, message: expect.stringMatching(/.{20}/) }),
  ]);
};

beforeAll(async () => {
  tracker = await bootTracker();
  token = await createFullAccessToken(tracker);
});
afterAll(() => tracker.close());

describe('dates', () => {
  const withTimeframe = (timeframe: object) => ({ title: `ვადა ${(count += 1)}`, timeframe });

  it.each(['action-plans', 'commitments', 'milestones'])(
    'refuses an end before the start in %s',
    async (type) => {
      const answer = await write(type, {
        ...withTimeframe({
          startDate: '2019-06-01',
          startPrecision: 'month',
          endDate: '2019-05-31',
          endPrecision: 'day',
        }),
        ...(type === 'action-plans' && { scope: 'local' }),
      });
      expectRefusal(answer, ['timeframe', 'endDate'], 'end-before-start');
    },
  );

  it('leaves nothing behind of what it refuses', async () => {
    const title = `უარყოფილი ${(count += 1)}`;
    const timeframe = { startDate: '2019-06-01', endDate: '2019-05-01' };
    expect((await write('commitments', { title, timeframe })).status).toBe(400);
    const rows = await tracker.strapi.db.query('api::commitment.commitment').count({ where: { title } });
    expect(rows).toBe(0);
  });

  it('keeps a date as the first day of its period', async () => {
    const { timeframe } = await made(
      'commitments',
      withTimeframe({
        startDate: '2018-10-15',
        startPrecision: 'month',
        endDate: '2019-08-20',
        endPrecision: 'quarter',
      }),
    );
    expect(timeframe).toMatchObject({ startDate: '2018-10-01', endDate: '2019-07-01' });
  });

  it('refuses a precision without a date, and takes “none”', async () => {
    expectRefusal(
      await write('commitments', withTimeframe({ startPrecision: 'month' })),
      ['timeframe', 'startPrecision'],
      'precision-without-date',
    );
    await made('commitments', withTimeframe({ startDate: '2018-10-01', endPrecision: 'none' }));
  });

  it('refuses a reporting period that ends before it starts', async () => {
    const period = { kind: 'annual', year: 2019, start: '2019-12-31', end: '2019-01-01' };
    expectRefusal(await write('progress-reports', { period }), ['period', 'end'], 'period-end-before-start');
  });

  it('warns about nothing the real plans do: a milestone before its commitment, or after it', async () => {
    const commitment = await made(
      'commitments',
      withTimeframe({
        startDate: '2018-10-01',
        startPrecision: 'month',
        endDate: '2019-06-01',
        endPrecision: 'month',
      }),
    );
    await made('milestones', {
      ...withTimeframe({ startDate: '2018-09-01', startPrecision: 'month', endDate: '2020-01-03' }),
      commitment: commitment.documentId,
    });
  });
});

describe('codes', () => {
  it('refuses a milestone code outside its commitment’s', async () => {
    const commitment = await made('commitments', { title: 'კოდი', code: '4.2' });
    const milestone = { title: 'ეტაპი', commitment: commitment.documentId };
    expectRefusal(await write('milestones', { ...milestone, code: '4.20' }), ['code'], 'code-outside-parent');
    const { documentId: id } = await made('milestones', { ...milestone, code: '4.2.1' });
    expectRefusal(await write('milestones', { code: '5.1' }, { id }), ['code'], 'code-outside-parent');
  });

  it('takes any milestone code where the commitment has none', async () => {
    const commitment = await made('commitments', { title: 'უკოდო' });
    await made('milestones', { title: 'ეტაპი', code: '2.2.1', commitment: commitment.documentId });
  });

  it('refuses a commitment code its milestones do not continue', async () => {
    const { documentId: id } = await made('commitments', { title: 'მშობელი', code: '7' });
    await made('milestones', { title: 'ეტაპი', code: '7.1', commitment: id });
    expectRefusal(await write('commitments', { code: '8' }, { id }), ['code'], 'child-codes-outside');
  });

  it('refuses a code used twice in one plan, and takes it in another', async () => {
    const [plan, other] = [await newPlan(), await newPlan()];
    const first = await made('commitments', { title: 'პირველი', code: '1', actionPlan: plan.documentId });
    const twice = { title: 'მეორე', code: '1' };
    expectRefusal(
      await write('commitments', { ...twice, actionPlan: plan.documentId }),
      ['code'],
      'code-taken',
    );
    const elsewhere = await made('commitments', { ...twice, actionPlan: other.documentId });

    await made('milestones', { title: 'ეტაპი', code: '1.1', commitment: first.documentId });
    const second = await made('commitments', { title: 'მესამე', actionPlan: plan.documentId });
    expectRefusal(
      await write('milestones', { title: 'ეტაპი', code: '1.1', commitment: second.documentId }),
      ['code'],
      'code-taken',
    );
    await made('milestones', { title: 'ეტაპი', code: '1.1', commitment: elsewhere.documentId });
    // Moving the commitment to the other plan would put both 1.1 into one plan.
    await write('commitments', { code: null }, { id: elsewhere.documentId });
    expectRefusal(
      await write('commitments', { actionPlan: plan.documentId }, { id: elsewhere.documentId }),
      ['actionPlan'],
      'child-codes-taken',
    );
  });

  it('lets one of many that ask for the same code at once have it', async () => {
    const plan = await newPlan();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        write('commitments', { title: `ერთდროული ${index}`, code: '9', actionPlan: plan.documentId }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
  });

  it('refuses a second theme with a code', async () => {
    expectRefusal(
      await write('themes', { scheme: 'sdg', code: 'sdg-1', name: 'მეორე' }),
      ['code'],
      'theme-taken',
    );
  });
});

describe('slugs', () => {
  it('makes one from the Georgian title, and another for the same title', async () => {
    const title = 'ღია მონაცემები თბილისში';
    expect((await made('commitments', { title })).slug).toBe('ghia-monatsemebi-tbilisshi');
    expect((await made('commitments', { title })).slug).toBe('ghia-monatsemebi-tbilisshi-2');
  });

  it.each([
    ['action-plans', { title: 'გეგმა', scope: 'local' }],
    ['commitments', { title: 'ვალდებულება' }],
    ['partners', { name: 'ორგანიზაცია' }],
  ])('refuses a slug that is taken or malformed in %s', async (type, data) => {
    await made(type, { ...data, slug: 'taken-here' });
    expectRefusal(await write(type, { ...data, slug: 'taken-here' }), ['slug'], 'slug-taken');
    expectRefusal(await write(type, { ...data, slug: 'Not a slug' }), ['slug'], 'slug-form');
  });

  it('stays once published, in every language, and when it is emptied', async () => {
    const { documentId: id, slug } = await made('commitments', { title: 'მუდმივი მისამართი' });
    expectRefusal(await write('commitments', { slug: 'another' }, { id }), ['slug'], 'slug-published');
    const english = await write('commitments', { title: 'A lasting address' }, { id, locale: 'en' });
    expect(english.body.data.slug).toBe(slug);
    expect((await write('commitments', { slug: '', title: 'ახალი' }, { id })).body.data.slug).toBe(slug);
  });

  it('gives a copy a slug of its own and no code', async () => {
    const plan = await newPlan();
    const { documentId } = await made('commitments', {
      title: 'ასლი',
      code: '3',
      actionPlan: plan.documentId,
    });
    const { entries } = (await tracker.strapi
      .documents('api::commitment.commitment')
      .clone({ documentId } as never)) as unknown as { entries: { slug: string; code: string | null }[] };
    expect(entries[0]).toMatchObject({ slug: 'asli-2', code: null });
  });
});

describe('web addresses', () => {
  it.each([
    ['action-plans', { title: 'ა', scope: 'local', sourceUrl: 'ogp.gov.ge' }, ['sourceUrl']],
    [
      'commitments',
      { title: 'ბ', identifiers: [{ scheme: 'x', value: '1', url: 'javascript:alert(1)' }] },
      ['identifiers', 0, 'url'],
    ],
    ['milestones', { title: 'გ', evidence: [{ title: 'd', url: 'https://' }] }, ['evidence', 0, 'url']],
    ['partners', { name: 'დ', website: 'www.idfi.ge' }, ['website']],
    ['themes', { scheme: 'policy-area', code: 'x', name: 'ე', uri: 'nowhere' }, ['uri']],
  ])('refuses a bad one in %s', async (type, data, path) => {
    expectRefusal(await write(type, data), path, 'web-address');
  });
});

it('answers in the language of the admin user', async () => {
  const account = await createAdmin(tracker);
  await tracker.strapi.db
    .query('admin::user')
    .update({ where: { id: account.id }, data: { preferedLanguage: 'ka' } });
  const panel = await adminLogin(tracker, account);
  const answer = await jsonRequest<Answer>(
    `${tracker.url}/content-manager/collection-types/api::partner.partner?locale=ka`,
    { token: panel, body: { name: 'ორგანიზაცია', website: 'idfi' } },
  );
  expect(answer.status).toBe(400);
  expect(answer.body.error!.message).toBe(
    '„idfi“ ვებმისამართი არ არის. მიუთითეთ სრულად, თავში https:// ან http://.',
  );
});
