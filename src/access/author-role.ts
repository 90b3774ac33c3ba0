import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { takeLock } from 'strapi-plugin-accountability/server';
import { AUTHOR_ROLE } from './roles';

/** Content types whose documents nobody writes by the forms of the panel. */
const NOT_WRITTEN = ['api::comment.comment'];

/**
 * Takes from the role Author, which Strapi makes in every new database with grants on every content type, those on
 * comments: they come from the public form and the moderators' queue. Done once in a database; what an administrator
 * gives the role afterwards stays. Safe at every start and on two instances at once.
 */
export async function ensureAuthorRole(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'open-commitments', key: `role-${AUTHOR_ROLE}` });
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'admin-roles');
    if (await store.get({})) return;
    const grants: { id: number }[] = await strapi.db.query('admin::permission').findMany({
      select: ['id'],
      where: { role: { code: AUTHOR_ROLE }, subject: { $in: NOT_WRITTEN } },
    });
    await strapi.service('admin::permission').deleteByIds(grants.map(({ id }) => id));
    await store.set({ value: 'without-comments' });
  });
}
