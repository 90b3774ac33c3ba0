import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken, makeCallers, makeRole, setPermissions, type Caller } from '../security/routes/callers';
import { isLetIn, isOfContentType, isPermission, permissionsOf } from '../security/routes/decide';
import { ASKED_TYPES } from '../security/routes/holders';
import { askRoute, type Documents } from '../security/routes/requests';
import { DECISIONS } from '../security/routes/decisions';
import { adminToken } from '../support/accounts';

const isOfApi = (route: string) => route.split(' ')[1]!.startsWith('/api/');
/** A closed route may also say that there is nothing. */
const isRefused = (status: number, decision: string) =>
  [401, 403].includes(status) || (decision === 'closed' && status === 404);
/** These end the session they are asked with. */
const endsSession = (route: string) => /^(POST .*logout|DELETE .*sessions)$/.test(route);
/** These hold slots, of which there are few. */
const isExport = (route: string) => route.includes(' /api/open-data');
/** Whether a content type has parents is no secret. */
const knowsNoComments = (route: string) => route.includes(' /parent-links/');
/** Asks for the field too, and of commitments the moderator's role reads some only. */
const asksForField = (route: string) => route.includes(':targetField');

describe('who may use which route', () => {
  let tracker: Tracker;
  let documents: Documents;
  let address = 0;

  /** What a caller is answered otherwise than it is decided: an answer that lets in, one that refuses, a fault. */
  async function differences(route: string, caller: Caller, contentType: string): Promise<string[]> {
    const decision = DECISIONS.get(route)!;
    const wanted = isLetIn(decision, caller, { isOfApi: isOfApi(route), contentType });
    const isLogin = caller.kind === 'login' && endsSession(route);
    const bearer = isLogin ? await adminToken(tracker, [caller.role!]) : caller.bearer;
    address += 1;
    const status = await askRoute(tracker, route, { bearer, contentType, documents, address });
    if (status < 500 && isRefused(status, decision) !== wanted) return [];
    return [`${route} as ${caller.name} (${contentType}): ${status}, decided: ${decision}`];
  }

  const typesOf = (route: string) => {
    if (asksForField(route)) return ASKED_TYPES.slice(1);
    const isOfType = isOfContentType(DECISIONS.get(route)!) && !knowsNoComments(route);
    return isOfType ? ASKED_TYPES : ASKED_TYPES.slice(0, 1);
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', IS_PROXIED: 'true' } });
    // Some refusals are logged with a stack by Strapi; what differs is reported by the test.
    tracker.strapi.log.silent = true;
    const milestone = await tracker.strapi.db
      .query('api::milestone.milestone')
      .findOne({ where: { publishedAt: { $notNull: true } }, populate: ['commitment'] });
    documents = { milestone: milestone.documentId, commitment: milestone.commitment.documentId };
  });
  afterAll(() => tracker.close());

  it('is kept for every caller there is', async () => {
    const callers = await makeCallers(tracker);
    const found: string[] = [];
    for (const route of DECISIONS.keys()) {
      for (const contentType of typesOf(route)) {
        const asked = [];
        for (const caller of callers) {
          asked.push(differences(route, caller, contentType));
          if (isExport(route)) await asked.at(-1);
        }
        found.push(...(await Promise.all(asked)).flat());
      }
    }
    expect(found).toEqual([]);
  }, 300_000);

  it('opens to a role and to a custom token that may do nothing but what it asks for', async () => {
    const { id, code } = await makeRole(tracker, 'Just enough');
    const bearer = await adminToken(tracker, [code]);
    const found: string[] = [];
    for (const [route, decision] of DECISIONS) {
      if (!isPermission(decision)) continue;
      const contentType = ASKED_TYPES[0];
      const permissions = permissionsOf(decision, contentType);
      const caller = { name: 'just enough', holds: () => true };
      if (isOfApi(route)) {
        const token = await makeApiToken(tracker, 'custom', permissions);
        found.push(
          ...(await differences(route, { ...caller, kind: 'api token', bearer: token }, contentType)),
        );
      } else {
        const grants = permissions.map((permission) => permission.split(' '));
        await setPermissions(
          tracker,
          id,
          grants.map(([action = '', subject]) => ({ action, subject })),
        );
        found.push(...(await differences(route, { ...caller, kind: 'login', bearer }, contentType)));
      }
    }
    expect(found).toEqual([]);
  }, 300_000);
});
