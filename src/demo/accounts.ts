import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { EDITOR_ROLE, MODERATOR_ROLE } from '../access/roles';
import { readAccounts, writeAccounts, type DemoAccount, type DemoPerson } from './accounts-file';

const ROLES: Record<DemoPerson, string> = {
  admin: 'strapi-super-admin',
  editor: EDITOR_ROLE,
  moderator: MODERATOR_ROLE,
};
const TOKEN_NAME = 'Demo';

interface AdminUser {
  id: number;
  password: string | null;
  isActive: boolean;
  roles: { id: number }[];
}

/**
 * Creates the demo's three admin users and its API token, and writes them to the file. Entries of the file that
 * this database accepts are kept; anything else gets a new random secret, so that two databases never share one.
 * Does nothing without a file: only the demo sets one.
 */
export async function ensureDemoAccounts(strapi: Core.Strapi, file: string | null): Promise<void> {
  if (!file) return;
  const target = path.resolve(strapi.dirs.app.root, file);
  const known = await readAccounts(target);
  await writeAccounts(target, {
    admin: await ensureAccount(strapi, 'admin', known.admin),
    editor: await ensureAccount(strapi, 'editor', known.editor),
    moderator: await ensureAccount(strapi, 'moderator', known.moderator),
    apiToken: await ensureToken(strapi, known.apiToken),
  });
}

async function ensureAccount(
  strapi: Core.Strapi,
  person: DemoPerson,
  known: DemoAccount | undefined,
): Promise<DemoAccount> {
  const email = `${person}@demo.example`;
  const role = await findRole(strapi, ROLES[person]);
  const user: AdminUser | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { email }, populate: ['roles'] });

  if (user && known?.email === email && (await logsIn(strapi, user, role, known.password))) return known;

  const account = { email, password: randomPassword() };
  const users = strapi.service('admin::user');
  const attributes = {
    password: account.password,
    roles: [role.id],
    isActive: true,
    blocked: false,
    registrationToken: null,
  };
  if (user) await users.updateById(user.id, attributes);
  else await users.create({ ...attributes, email, firstname: 'Demo', lastname: person });
  return account;
}

async function findRole(strapi: Core.Strapi, code: string): Promise<{ id: number }> {
  const role: { id: number } | null = await strapi.db.query('admin::role').findOne({ where: { code } });
  if (!role) throw new Error(`The demo needs the admin role "${code}", which this database lacks`);
  return role;
}

async function logsIn(
  strapi: Core.Strapi,
  user: AdminUser,
  role: { id: number },
  password: unknown,
): Promise<boolean> {
  if (!user.isActive || !user.password || typeof password !== 'string') return false;
  if (!user.roles.some(({ id }) => id === role.id)) return false;
  return (await strapi.service('admin::auth').validatePassword(password, user.password)) as boolean;
}

/** Strapi requires 8 characters with an upper-case letter, a lower-case letter and a digit. */
function randomPassword(): string {
  return `Aa1-${randomBytes(12).toString('base64url')}`;
}

/** Only the hash of a token is stored, so a token whose key is not in the file is replaced. */
async function ensureToken(strapi: Core.Strapi, known: unknown): Promise<string> {
  const tokens = strapi.service('admin::api-token');
  if (typeof known === 'string' && known) {
    const holds: boolean = await tokens.exists({ name: TOKEN_NAME, accessKey: tokens.hash(known) });
    if (holds) return known;
  }
  const existing: { id: number } | null = await tokens.getByName(TOKEN_NAME);
  if (existing) {
    const renewed: { accessKey: string } = await tokens.regenerate(existing.id);
    return renewed.accessKey;
  }
  const created: { accessKey: string } = await tokens.create({
    name: TOKEN_NAME,
    description: 'Full access, made by the demo',
    type: 'full-access',
    lifespan: null,
  });
  return created.accessKey;
}
