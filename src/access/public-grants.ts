import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from 'strapi-plugin-accountability/server';

const READABLE = ['action-plan', 'commitment', 'milestone', 'partner', 'progress-report', 'theme'];

/** All permissions of a visitor without a login. */
export const PUBLIC_ACTIONS: readonly string[] = READABLE.flatMap((name) => [
  `api::${name}.${name}.find`,
  `api::${name}.${name}.findOne`,
]);

const PERMISSION = 'plugin::users-permissions.permission';

/**
 * Gives the public role exactly these actions: adds missing ones, removes others (Strapi grants it sign-up and
 * password forms, which this site does not use) and duplicates. Idempotent, also on two instances at once.
 */
export async function ensurePublicGrants(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'public-grants');
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' }, populate: { permissions: true } });
    if (!role) throw new Error('The public role is missing: the users-permissions plugin did not start.');

    const granted = new Set<string>();
    for (const permission of role.permissions as { id: number; action: string }[]) {
      if (PUBLIC_ACTIONS.includes(permission.action) && !granted.has(permission.action)) {
        granted.add(permission.action);
      } else {
        await strapi.db.query(PERMISSION).delete({ where: { id: permission.id } });
      }
    }
    for (const action of PUBLIC_ACTIONS.filter((wanted) => !granted.has(wanted))) {
      await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    }
  });
}
