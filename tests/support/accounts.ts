import { randomBytes } from 'node:crypto';
import type { Tracker } from './tracker';

export interface AdminAccount {
  id: number;
  email: string;
  password: string;
}

/** Codes of admin roles; the super admin's role is there from the first boot. */
export type RoleCode = 'strapi-super-admin' | 'strapi-editor' | 'strapi-author' | (string & {});

/** Makes an active admin user who holds the roles with these codes. */
export async function createAdmin(
  { strapi }: Pick<Tracker, 'strapi'>,
  {
    roles = ['strapi-super-admin'],
    email,
    password,
    language,
  }: { roles?: RoleCode[]; email?: string; password?: string; language?: string } = {},
): Promise<AdminAccount> {
  const found: { id: number; code: string }[] = await strapi.db
    .query('admin::role')
    .findMany({ where: { code: { $in: roles } } });
  const missing = roles.filter((code) => !found.some((role) => role.code === code));
  if (missing.length > 0) throw new Error(`No admin role with the code ${missing.join(', ')}`);

  const account = {
    email: email ?? `${randomBytes(6).toString('hex')}@tests.example`,
    password: password ?? `Aa1-${randomBytes(8).toString('hex')}`,
  };
  const user: { id: number } = await strapi.service('admin::user').create({
    ...account,
    firstname: 'Test',
    lastname: roles.join(' '),
    isActive: true,
    registrationToken: null,
    preferedLanguage: language, // Strapi's own spelling
    roles: found.map((role) => role.id),
  });
  return { id: user.id, ...account };
}

/** Logs in as the panel does and returns the access token for `Authorization: Bearer`. */
export async function adminLogin(
  { request }: Pick<Tracker, 'request'>,
  { email, password }: Pick<AdminAccount, 'email' | 'password'>,
): Promise<string> {
  const response = await request.post('/admin/login').send({ email, password }).expect(200);
  const { data } = response.body as { data: { token: string } };
  return data.token;
}

/** Makes an admin with these roles and logs in: the token of the panel's requests. */
export async function adminToken(tracker: Tracker, roles?: RoleCode[], language?: string): Promise<string> {
  return adminLogin(tracker, await createAdmin(tracker, { roles, language }));
}

/** A content API token that may do everything, as an integration would use. */
export async function createFullAccessToken({ strapi }: Pick<Tracker, 'strapi'>): Promise<string> {
  const token: { accessKey: string } = await strapi.service('admin::api-token').create({
    name: `Test ${randomBytes(6).toString('hex')}`,
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  return token.accessKey;
}

/** An admin token of whoever is logged in: it acts for its owner, with these permissions. */
export async function createAdminToken(
  { request }: Pick<Tracker, 'request'>,
  login: string,
  { name, actions }: { name: string; actions: string[] },
): Promise<string> {
  const adminPermissions = actions.map((action) => ({
    action,
    subject: null,
    properties: {},
    conditions: [],
  }));
  const { body } = await request
    .post('/admin/admin-tokens')
    .set('Authorization', `Bearer ${login}`)
    .send({ name, description: '', lifespan: null, adminPermissions })
    .expect(201);
  return (body as { data: { accessKey: string } }).data.accessKey;
}
