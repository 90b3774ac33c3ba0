import { EDITOR_ROLE } from '../../src/access/roles';
import { adminToken, createFullAccessToken } from '../support/accounts';
import { attributesOf, placesOf } from '../support/hostile-values';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Refused {
  error?: {
    details: {
      errors: {
        path: (string | number)[];
        code: string;
        message: string;
        messages: { en: string; ka: string };
      }[];
    };
  };
}

let tracker: Tracker;
let token: string;
let editor: string;
let count = 0;

beforeAll(async () => {
  tracker = await bootTracker();
  token = await createFullAccessToken(tracker);
  editor = await adminToken(tracker, [EDITOR_ROLE]);
});
afterAll(() => tracker.close());

/** The content types editors write, with what their data cannot do without. */
const TYPES: Readonly<Record<string, Record<string, unknown>>> = {
  'api::action-plan.action-plan': { title: 'გეგმა', scope: 'local' },
  'api::commitment.commitment': { title: 'ვალდებულება' },
  'api::milestone.milestone': { title: 'ეტაპი' },
  'api::partner.partner': { name: 'ორგანიზაცია' },
  'api::progress-report.progress-report': { period: { kind: 'final' } },
};

const pluralOf = (uid: string): string =>
  (tracker.strapi.contentTypes as unknown as Record<string, { info: { pluralName: string } }>)[uid]!.info
    .pluralName;

/** A write by each way there is; all of them are answered alike. */
const WAYS: Readonly<
  Record<string, (uid: string, data: object) => Promise<{ status: number; errors: unknown; body: unknown }>>
> = {
  async 'the API'(uid, data) {
    const url = `${tracker.url}/api/${pluralOf(uid)}?locale=ka&status=draft&populate=*`;
    const { status, body } = await jsonRequest<Refused & { data: unknown }>(url, { token, body: { data } });
    return { status, errors: body.error?.details.errors, body: body.data };
  },
  async 'the panel'(uid, data) {
    const url = `${tracker.url}/content-manager/collection-types/${uid}?locale=ka`;
    const { status, body } = await jsonRequest<Refused & { data: unknown }>(url, {
      token: editor,
      body: data,
    });
    return { status, errors: body.error?.details.errors, body: body.data };
  },
  async 'code of the application'(uid, data) {
    try {
      const documents = tracker.strapi.documents(uid as 'api::theme.theme');
      return {
        status: 201,
        errors: undefined,
        body: await documents.create({ locale: 'ka', data } as never),
      };
    } catch (error) {
      const { name, details } = error as Error & { details?: { errors: unknown } };
      return { status: name === 'ValidationError' ? 400 : 500, errors: details?.errors, body: null };
    }
  },
};

/** Every place of an attribute of this type, in the content types and in their components. */
const placesOfType = (type: string) =>
  Object.keys(TYPES).flatMap((uid) =>
    placesOf(tracker.strapi, uid)
      .filter(({ attribute }) => attribute.type === type)
      .map((place) => ({ uid, place })),
  );

const dataOf = (uid: string, json: string): Record<string, unknown> => ({
  ...TYPES[uid],
  ...('code' in attributesOf(tracker.strapi, uid) && { code: String((count += 1)) }),
  ...(JSON.parse(json) as object),
});

const refusalAt = (path: readonly string[], code: string) => [
  expect.objectContaining({
    path: path.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
    code,
    message: expect.stringMatching(/.{20}/),
    messages: { en: expect.stringMatching(/[a-z]{3}/), ka: expect.stringMatching(/[ა-ჰ]{3}/) },
  }),
];

describe.each(Object.keys(WAYS))('through %s', (way) => {
  const write = (uid: string, json: string) => WAYS[way]!(uid, dataOf(uid, json));

  it.each([
    ['2014-09-31', 'day-missing'],
    ['2014-02-29', 'day-missing'],
    ['2014-13-01', 'day-missing'],
    ['0014-09-30', 'day-year'],
    ['2914-09-30', 'day-year'],
    ['2026-12-31T20:30:00.000Z', 'day-form'],
    ['30.09.2014', 'day-form'],
    [20140930, 'day-form'],
  ])('%s is no day, in whatever attribute', async (day, code) => {
    const places = placesOfType('date');
    // Time frames of three types, periods and the day of publication of reports.
    expect(places.length).toBeGreaterThanOrEqual(9);
    for (const { uid, place } of places) {
      const answer = await write(uid, place.with(JSON.stringify(day)));
      expect([uid, place.path, answer.status]).toEqual([uid, place.path, 400]);
      expect(answer.errors).toEqual(refusalAt(place.path, code));
    }
  });

  it('days that exist are stored as they are', async () => {
    for (const { uid, place } of placesOfType('date')) {
      const [outer, inner] = place.path as [string, string?];
      const end = /end/i.test(inner ?? '') ? '2016-02-29' : '2012-02-29';
      const { status, body } = await write(uid, place.with(JSON.stringify(end)));
      expect([uid, place.path, [200, 201].includes(status)]).toEqual([uid, place.path, true]);
      const { documentId } = body as { documentId: string };
      const row = (await tracker.strapi.db
        .query(uid as 'api::theme.theme')
        .findOne({ where: { documentId }, populate: true })) as Record<string, unknown>;
      const stored = inner ? (row[outer] as Record<string, unknown>)[inner] : row[outer];
      expect(stored).toBe(end);
    }
  });

  it('a value that is not in a list is refused with the list', async () => {
    const places = placesOfType('enumeration').filter(
      // Moves write these; another value than the stored one is refused by them.
      ({ place: { path } }) => path.length > 1 || !['implementationStatus', 'assessment'].includes(path[0]!),
    );
    expect(places.map(({ place }) => place.path.join('.'))).toEqual(
      expect.arrayContaining(['timeframe.endPrecision', 'period.kind', 'ratings.0.scheme', 'scope', 'kind']),
    );
    for (const { uid, place } of places) {
      for (const value of ['half-year', 'constructor', '', 5]) {
        const answer = await write(uid, place.with(JSON.stringify(value)));
        expect([place.path, value, answer.status]).toEqual([place.path, value, 400]);
        expect(answer.errors).toEqual(refusalAt(place.path, 'not-one-of'));
        const [{ messages }] = answer.errors as [{ messages: Record<string, string> }];
        for (const allowed of place.attribute.enum!) {
          expect(messages.en).toContain(allowed);
          expect(messages.ka).toContain(allowed);
        }
      }
    }
  });

  it('a number or text too large for its column is refused', async () => {
    for (const { uid, place } of placesOfType('integer').filter(
      ({ place: { path } }) => path.at(-1) !== 'id',
    )) {
      const answer = await write(uid, place.with('2147483648'));
      expect([place.path, answer.status]).toEqual([place.path, 400]);
      expect(answer.errors).toEqual(refusalAt(place.path, 'not-whole-number'));
    }
    const address = JSON.stringify(`${'a'.repeat(300)}@example.org`);
    const answer = await write('api::partner.partner', `{"contactEmail": ${address}}`);
    expect([answer.status, answer.errors]).toEqual([400, refusalAt(['contactEmail'], 'too-long')]);
  });

  it('a time frame that is none does not become an empty one', async () => {
    for (const value of ['true', '"2015"', '[1]']) {
      const answer = await write('api::commitment.commitment', `{"timeframe": ${value}}`);
      expect([answer.status, answer.errors]).toEqual([400, refusalAt(['timeframe'], 'not-object')]);
    }
  });
});

it('a move checks days as a form does', async () => {
  const { parseFields } = await import('../../src/plugins/accountability/server/src/workflow/fields');
  const transition = { fields: [{ attribute: 'day' }] } as never;
  const attributes = { day: { type: 'date' } };
  const failuresOf = (day: string) => parseFields(transition, { day }, attributes, ['ka']).failures.length;
  expect(['2014-09-30', '2014-09-31', '0014-09-30', '2014-09-30T00:00:00Z'].map(failuresOf)).toEqual([
    0, 1, 1, 1,
  ]);
});

describe('the id of a document', () => {
  const panel = (path: string, body: object, method = 'POST') =>
    jsonRequest<{ data: { documentId: string } } & Refused>(
      `${tracker.url}/content-manager/collection-types/api::partner.partner${path}?locale=ka`,
      { method, token: editor, body },
    );

  it('cannot be chosen or changed by a request of the panel', async () => {
    const { body } = await panel('', { name: 'ორგანიზაცია' });
    const { documentId } = body.data;
    const other = await panel('', { name: 'სხვა', documentId });
    expect([other.status, other.body.error?.details.errors]).toEqual([
      400,
      refusalAt(['documentId'], 'id-is-given'),
    ]);
    const rowId = await panel('', { name: 'სხვა', id: 100_000 });
    expect([rowId.status, rowId.body.error?.details.errors]).toEqual([400, refusalAt(['id'], 'id-is-given')]);
    for (const value of ['abcdefghijklmnopqrstuvwx', null, '', {}]) {
      const moved = await panel(`/${documentId}`, { documentId: value }, 'PUT');
      expect([value, moved.status]).toEqual([value, 400]);
    }
    // As forms send it, that of a copy among them.
    const copy = await panel(`/clone/${documentId}`, { documentId, id: 5, name: 'ასლი' });
    expect(copy.status).toBe(200);
    expect(copy.body.data.documentId).not.toBe(documentId);
    const day = await jsonRequest<Refused>(
      `${tracker.url}/content-manager/collection-types/api::commitment.commitment/clone/${documentId}?locale=ka`,
      { token: editor, body: { timeframe: { startDate: '2014-02-29' } } },
    );
    expect([day.status, day.body.error?.details.errors]).toEqual([
      400,
      refusalAt(['timeframe', 'startDate'], 'day-missing'),
    ]);
    expect((await panel(`/${documentId}`, { documentId, name: 'ახალი' }, 'PUT')).status).toBe(200);
  });

  it('and none writes in a language the site does not have', async () => {
    const inAddress = await jsonRequest<Refused>(
      `${tracker.url}/content-manager/collection-types/api::partner.partner?locale=xx`,
      { token: editor, body: { name: 'ორგანიზაცია' } },
    );
    expect(inAddress.status).toBe(400);
    const url = `${tracker.url}/api/partners`;
    const data = { name: 'ორგანიზაცია', locale: 'xx' };
    const inData = await jsonRequest<Refused>(url, { token, body: { data } });
    expect([inData.status, inData.body.error?.details.errors]).toEqual([
      400,
      refusalAt(['locale'], 'not-one-of'),
    ]);
  });
});
