import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';

import {
  ANSWER_OFFICIALLY,
  ERASE_AUTHOR,
  READ_IMPORTS,
  READ_OPEN_DATA_PAGE,
  READ_QUEUE,
  READ_RELEASES,
  RUN_IMPORTS,
  SAVE_MAPPINGS,
  UNDO_IMPORTS,
  permissionOf,
  takeLock,
  workflowConfig,
} from 'strapi-plugin-accountability/server';
import { EDITOR_ROLE, MODERATOR_ROLE } from './roles';

interface Grant {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
}

interface RoleDeclaration {
  code: string;
  name: string;
  description: string;
  grants: Grant[];
}

const EDITED: UID.ContentType[] = [
  'api::action-plan.action-plan',
  'api::commitment.commitment',
  'api::milestone.milestone',
  'api::progress-report.progress-report',
  'api::partner.partner',
  'api::theme.theme',
];
const COMMENT = 'api::comment.comment';

const explorer = (name: string): string => `plugin::content-manager.explorer.${name}`;
const ofPlugin = (action: string): Grant => ({ action, subject: null, properties: {}, conditions: [] });

/** The moves the workflows' declarations give a role. */
const movesOf = (strapi: Core.Strapi, role: string): Grant[] =>
  workflowConfig(strapi).workflows.flatMap((workflow) =>
    workflow.transitions
      .filter(({ roles = [] }) => roles.includes(role))
      .map((transition) => ofPlugin(permissionOf(workflow, transition))),
  );

const UPLOADS = ['read', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'].map(
  (name) => ofPlugin(`plugin::upload.${name}`),
);

/** The roles of the admin panel with their permissions, for the site's content types and languages. */
function declareRoles(strapi: Core.Strapi, locales: string[]): RoleDeclaration[] {
  const fieldsOf = (uid: string): string[] =>
    strapi.service('admin::content-type').getNestedFields(strapi.getModel(uid as UID.ContentType), {
      components: strapi.components,
    });
  const on = (uid: string, names: string[], fields: string[] = fieldsOf(uid)): Grant[] => {
    const localized = strapi
      .plugin('i18n')
      .service('content-types')
      .isLocalizedContentType(strapi.getModel(uid as UID.ContentType));
    const languages = localized ? { locales } : {};
    return names.map((name) => ({
      action: explorer(name),
      subject: uid,
      // Deleting and publishing apply to the whole document, so they have no fields.
      properties: name === 'delete' || name === 'publish' ? languages : { fields, ...languages },
      conditions: [],
    }));
  };
  const publishable = (uid: UID.ContentType): string[] =>
    strapi.contentType(uid).options?.draftAndPublish ? ['publish'] : [];

  return [
    {
      code: EDITOR_ROLE,
      name: 'Editor',
      description:
        'Writes, imports and publishes plans, commitments, milestones, reports, partners and themes.',
      grants: [
        ...EDITED.flatMap((uid) => on(uid, ['create', 'read', 'update', 'delete', ...publishable(uid)])),
        ...UPLOADS,
        // Making a release is irreversible; an administrator grants it.
        ...[READ_OPEN_DATA_PAGE, READ_RELEASES].map(ofPlugin),
        // States of past days are granted by an administrator.
        ...[READ_IMPORTS, RUN_IMPORTS, UNDO_IMPORTS, SAVE_MAPPINGS].map(ofPlugin),
        ...movesOf(strapi, EDITOR_ROLE),
      ],
    },
    {
      code: MODERATOR_ROLE,
      name: 'Moderator',
      description: 'Reads comments and decides which of them appear.',
      grants: [
        ...on(COMMENT, ['read']),
        ...on(COMMENT, ['update'], ['moderationNote']),
        ...on('api::commitment.commitment', ['read'], ['code', 'title', 'slug', 'commentsOpen']),
        ...on('api::partner.partner', ['read'], ['name', 'acronym']),
        ...[READ_QUEUE, ANSWER_OFFICIALLY, ERASE_AUTHOR].map(ofPlugin),
        ...movesOf(strapi, MODERATOR_ROLE),
      ],
    },
  ];
}

/**
 * Creates the two roles with their permissions: in a new database, and again when a release changes the
 * declaration. Changes by an administrator in between are kept. Idempotent, also on two instances at once.
 */
export async function ensureAdminRoles(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.db.query('admin::role');
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'admin-roles');
    const known: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
    for (const { grants, ...role } of declareRoles(strapi, known.map(({ code }) => code).sort())) {
      const declared = createHash('sha256').update(JSON.stringify(grants)).digest('hex');
      const store = strapi.store({ type: 'core', name: 'open-commitments', key: `role-${role.code}` });
      const existing = await roles.findOne({ where: { code: role.code } });
      if (existing && (await store.get({})) === declared) continue;
      const { id } = existing ?? (await roles.create({ data: role }));
      await roles.update({ where: { id }, data: { description: role.description } });
      await strapi.service('admin::role').assignPermissions(id, grants);
      await store.set({ value: declared });
    }
  });
}
