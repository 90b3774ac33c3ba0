import { randomBytes } from 'node:crypto';
import { adminToken, createAdminToken, createFullAccessToken } from '../../support/accounts';
import type { Tracker } from '../../support/tracker';
import { ACCOUNT, ONE_ACTION, ONE_PERMISSION, ROLES, VISITOR, isReading, type Held } from './holders';

/** Somebody who asks: with which login or token, and what that may do. */
export interface Caller {
  readonly name: string;
  readonly kind: 'visitor' | 'login' | 'admin token' | 'api token' | 'account' | 'transfer token' | 'unknown';
  readonly bearer?: string;
  /** Of a login: its role in the panel. */
  readonly role?: string;
  readonly holds: (action: string) => boolean;
}

const holding = (held: Held) => (action: string) => held === 'all' || held.includes(action);
const nothing = () => false;

interface Grant {
  readonly action: string;
  readonly subject?: string | null;
}

/** Gives a role just these permissions: on all fields and languages of a content type. */
export async function setPermissions({ strapi }: Tracker, role: number, grants: readonly Grant[]) {
  const permissions = grants.map(({ action, subject = null }) => ({
    action,
    subject,
    conditions: [],
    properties: subject
      ? {
          fields: Object.keys(strapi.contentType(subject as 'api::theme.theme').attributes),
          locales: ['ka', 'en'],
        }
      : {},
  }));
  await strapi.service('admin::role').assignPermissions(role, permissions);
}

/** A role of one's own in the panel, without permissions. */
export async function makeRole({ strapi }: Tracker, name: string): Promise<{ id: number; code: string }> {
  return strapi.service('admin::role').create({ name, description: '' });
}

/** A token of the content API. */
export async function makeApiToken(
  { strapi }: Tracker,
  type: 'read-only' | 'custom',
  permissions?: readonly string[],
): Promise<string> {
  const data = { name: `${type} ${randomBytes(4).toString('hex')}`, description: '', type, lifespan: null };
  const made = await strapi
    .service('admin::api-token')
    .create({ ...data, ...(permissions && { permissions }) });
  return (made as { accessKey: string }).accessKey;
}

async function makeTransferToken({ strapi }: Tracker): Promise<string> {
  const { token } = strapi.service('admin::transfer') as unknown as {
    token: { create(data: object): Promise<{ accessKey: string }> };
  };
  const data = { name: 'Transfer', description: '', permissions: ['push', 'pull'], lifespan: null };
  return (await token.create(data)).accessKey;
}

/** The login of an account of the content API, which nobody can open by themselves. */
async function makeAccount({ strapi }: Tracker): Promise<string> {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const plugin = strapi.plugin('users-permissions');
  const account = {
    username: 'reader',
    email: 'reader@tests.example',
    password: 'Aa1-reader',
    role: role.id,
  };
  const user = await plugin.service('user').add({ ...account, provider: 'local', confirmed: true });
  return plugin.service('jwt').issue({ id: user.id }) as Promise<string>;
}

/** Every kind of caller there is. */
export async function makeCallers(tracker: Tracker): Promise<Caller[]> {
  const logins: Caller[] = [];
  for (const [role, held] of Object.entries(ROLES)) {
    logins.push({
      name: role,
      role,
      kind: 'login',
      bearer: await adminToken(tracker, [role]),
      holds: holding(held),
    });
  }
  const single = await makeRole(tracker, 'One permission');
  await setPermissions(tracker, single.id, [{ action: ONE_PERMISSION }]);
  const one = holding([ONE_PERMISSION]);
  const adminBearer = await createAdminToken(tracker, logins[0]!.bearer!, {
    name: 'One permission',
    actions: [ONE_PERMISSION],
  });
  const apiToken = (name: string, bearer: string, holds: Caller['holds']): Caller => ({
    name,
    kind: 'api token',
    bearer,
    holds,
  });
  return [
    { name: 'nobody', kind: 'visitor', holds: holding(VISITOR) },
    ...logins,
    {
      name: 'role with one permission',
      kind: 'login',
      role: single.code,
      bearer: await adminToken(tracker, [single.code]),
      holds: one,
    },
    { name: 'admin token with one permission', kind: 'admin token', bearer: adminBearer, holds: one },
    apiToken('read-only token', await makeApiToken(tracker, 'read-only'), isReading),
    apiToken('full-access token', await createFullAccessToken(tracker), holding('all')),
    apiToken(
      'custom token with one action',
      await makeApiToken(tracker, 'custom', [ONE_ACTION]),
      holding([ONE_ACTION]),
    ),
    { name: 'account', kind: 'account', bearer: await makeAccount(tracker), holds: holding(ACCOUNT) },
    {
      name: 'transfer token',
      kind: 'transfer token',
      bearer: await makeTransferToken(tracker),
      holds: nothing,
    },
    { name: 'a token nobody has made', kind: 'unknown', bearer: 'a'.repeat(64), holds: nothing },
  ];
}
