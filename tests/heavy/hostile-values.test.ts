import { adminToken, createFullAccessToken } from '../support/accounts';
import { HOSTILE, placesOf } from '../support/hostile-values';
import { makeCommitment } from '../support/milestones';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';
import { EDITOR_ROLE } from '../../src/access/roles';

/** Content types with the data of a valid document; a code is counted up where it may be used once. */
const TYPES: Readonly<Record<string, { collection: string; data: Readonly<Record<string, unknown>> }>> = {
  'api::action-plan.action-plan': { collection: 'action-plans', data: { title: 'გეგმა', scope: 'local' } },
  'api::commitment.commitment': { collection: 'commitments', data: { title: 'ვალდებულება' } },
  'api::milestone.milestone': { collection: 'milestones', data: { title: 'ეტაპი' } },
  'api::partner.partner': { collection: 'partners', data: { name: 'ორგანიზაცია' } },
  'api::progress-report.progress-report': {
    collection: 'progress-reports',
    data: { period: { kind: 'final' } },
  },
  'api::theme.theme': { collection: 'themes', data: { scheme: 'sdg', code: 't', name: 'თემა' } },
};

const NEEDS_COMMITMENT = new Set(['api::milestone.milestone', 'api::progress-report.progress-report']);

let tracker: Tracker;
let commitment: string;
let token: string;
let editor: string;
let count = 0;

beforeAll(async () => {
  tracker = await bootTracker();
  token = await createFullAccessToken(tracker);
  editor = await adminToken(tracker, [EDITOR_ROLE]);
  commitment = await makeCommitment(tracker);
});
afterAll(() => tracker.close());

/** The members of two JSON objects in one; those of the second come later and count. */
const merged = (data: object, json: string): string => {
  const first = JSON.stringify(data).slice(0, -1);
  return `${first}${first === '{' ? '' : ', '}${json.slice(1)}`;
};

const fresh = (data: Readonly<Record<string, unknown>>) => ({
  ...data,
  ...('code' in data && { code: `t${(count += 1)}` }),
});

it('knows every content type that has addresses', () => {
  const { contentTypes } = tracker.strapi;
  const ours = Object.keys(contentTypes).filter((uid) => uid.startsWith('api::'));
  // Comments are sent by a form of their own, and their panel is the queue: see tests/comments/hostile-input.test.ts.
  expect(ours.filter((uid) => uid !== 'api::comment.comment').sort()).toEqual(Object.keys(TYPES).sort());
});

it.each(Object.keys(TYPES))(
  'no value anywhere in %s makes a write fail otherwise than with a reason',
  async (uid) => {
    const { collection, data: own } = TYPES[uid]!;
    // Without its commitment nothing of these is published, whatever else is wrong.
    const data = NEEDS_COMMITMENT.has(uid) ? { ...own, commitment } : own;
    const { documentId } = (await tracker.strapi
      .documents(uid as 'api::theme.theme')
      .create({ locale: 'ka', data: fresh(data) } as never)) as { documentId: string };
    const api = (path: string, method: string) => async (json: string) =>
      rawRequest(`${tracker.url}/api/${collection}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: `{"data": ${method === 'POST' ? merged(fresh(data), json) : json}}`,
      });
    const panel = (path: string, method: string) => async (json: string) =>
      rawRequest(`${tracker.url}/content-manager/collection-types/${uid}${path}?locale=ka`, {
        method,
        headers: { authorization: `Bearer ${editor}`, 'content-type': 'application/json' },
        body: method === 'POST' ? merged(fresh(data), json) : json,
      });
    const writes = [
      api('?status=draft', 'POST'),
      panel('', 'POST'),
      api(`/${documentId}?status=published`, 'PUT'),
      panel(`/${documentId}`, 'PUT'),
      api('?status=published', 'POST'),
      api(`/${documentId}?status=draft`, 'PUT'),
    ];

    const faults: string[] = [];
    const values = Object.entries(HOSTILE);
    for (const [row, place] of placesOf(tracker.strapi, uid).entries()) {
      for (const [column, [name, value]] of values.entries()) {
        // Every place meets every value, and all kinds of writes: the next place meets it by the next kind.
        const { status, body } = await writes[(row + column) % writes.length]!(place.with(value));
        const text = body.toString();
        const { error } = JSON.parse(text) as { error?: { message?: string } };
        const isHandled = status < 300 || (status === 400 && Boolean(error?.message));
        if (!isHandled) faults.push(`${place.path.join('.')}: ${name}: ${status} ${text.slice(0, 200)}`);
      }
    }
    expect(faults).toEqual([]);

    const rows = await tracker.strapi.db.query(uid as 'api::theme.theme').findMany({ where: { documentId } });
    expect(rows.length).toBeGreaterThan(0);
  },
  300_000,
);
