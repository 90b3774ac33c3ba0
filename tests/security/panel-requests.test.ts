import { adminToken } from '../support/accounts';
import { makeCommitment } from '../support/milestones';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';

let tracker: Tracker;
let commitment: string;
let nobody: string;
let superAdmin: string;

beforeAll(async () => {
  tracker = await bootTracker();
  commitment = await makeCommitment(tracker);
  const role: { code: string } = await tracker.strapi
    .service('admin::role')
    .create({ name: 'Reads nothing', description: '' });
  nobody = await adminToken(tracker, [role.code]);
  superAdmin = await adminToken(tracker);
});
afterAll(() => tracker.close());
afterEach(() => jest.restoreAllMocks());

/** Asks as the panel does. @returns the answer, and what was written to the log as a fault */
const ask = async (path: string, token: string) => {
  const log = [jest.spyOn(tracker.strapi.log, 'error'), jest.spyOn(tracker.strapi.log, 'warn')];
  const { status, body } = await rawRequest(tracker.url, {
    target: path.replace('COMMITMENT', commitment),
    headers: { authorization: `Bearer ${token}` },
  });
  const faults = log.flatMap(({ mock }) => mock.calls);
  jest.restoreAllMocks();
  return {
    status,
    body: JSON.parse(body.toString()) as { error?: { name: string; message: string } },
    faults,
  };
};

it.each([
  `/content-manager/relations/${COMMITMENT}/milestones`,
  `/content-manager/relations/${COMMITMENT}/milestones?id=COMMITMENT`,
  `/content-manager/relations/${COMMITMENT}/COMMITMENT/milestones`,
  `/content-manager/relations/${COMMITMENT}/COMMITMENT/themes?locale=ka&status=published`,
  `/content-manager/relations/${COMMITMENT}/nowhere/milestones`,
])('%s is forbidden without the right, and no fault of the server', async (path) => {
  const { status, body, faults } = await ask(path, nobody);
  expect([status, body.error?.name]).toEqual([403, 'ForbiddenError']);
  expect(faults).toEqual([]);
  expect([200, 404]).toContain((await ask(path, superAdmin)).status);
});

it.each([
  '/content-manager/relations/api::none.none/milestones',
  `/content-manager/relations/${COMMITMENT}/none`,
  `/content-manager/relations/${COMMITMENT}/title`,
  '/content-manager/relations/constructor/milestones',
  `/content-manager/relations/${COMMITMENT}/constructor`,
  '/content-manager/relations/constructor/x/__proto__',
  '/parent-links/constructor/x',
  `/content-manager/relations/${COMMITMENT}/milestones?sort=none`,
  `/content-manager/relations/${COMMITMENT}/milestones?fields=none`,
  `/content-manager/relations/${COMMITMENT}/milestones?filters[$and]=x`,
  `/content-manager/collection-types/${COMMITMENT}?filters[$and]=x`,
  '/upload/files?fields=none',
  '/upload/files?sort[none]=asc',
  '/upload/folders/0?fields=none',
])('%s asks for what there is not: no fault of the server', async (path) => {
  for (const token of [nobody, superAdmin]) {
    const { status, body, faults } = await ask(path, token);
    expect([400, 403, 404]).toContain(status);
    expect(body.error).toMatchObject({ name: expect.stringMatching(/Error$/), message: expect.any(String) });
    expect(faults).toEqual([]);
  }
});

it('says which part of the address is not known', async () => {
  const { status, body } = await ask('/upload/files?fields=wrong', superAdmin);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    message: expect.stringContaining('“wrong”'),
    details: { code: 'QUERY_INVALID', messages: { ka: expect.stringContaining('„wrong“') } },
  });
});
