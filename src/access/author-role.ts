import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { takeLock } from 'strapi-plugin-accountability/server';
import { AUTHOR_ROLE } from './roles';

/** Content types whose documents are not written in the panel's forms. */
const NOT_WRITTEN = ['api::comment.comment'];

/**
 * Removes the permissions on comments from the role Author, to which Strapi grants every content type in a new
 * database: comments come from the public form and the moderators' queue. Done once per database; later grants by
 * an administrator are kept. Idempotent, also on two instances at once.
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
