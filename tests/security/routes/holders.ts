/** What one may do who holds these actions: `all`, or actions; those of content types with the type behind a space. */
export type Held = 'all' | readonly string[];

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const COMMENT = 'api::comment.comment';

/** Content types that routes with one in their address are asked for; a table row is decided for each. */
export const ASKED_TYPES = [COMMITMENT, COMMENT] as const;

const on = (contentType: string, ...names: string[]): string[] =>
  names.map((name) => `plugin::content-manager.explorer.${name} ${contentType}`);
const uploads = (...names: string[]): string[] => names.map((name) => `plugin::upload.${name}`);

/** Permission of the roles and tokens that have just one, which opens nothing else. */
export const ONE_PERMISSION = 'admin::webhooks.read';

/** What each shipped role of the panel may do, of all that a route asks for. */
export const ROLES: Readonly<Record<string, Held>> = {
  'strapi-super-admin': 'all',
  'strapi-editor': [
    ...on(COMMITMENT, 'create', 'read', 'update', 'delete', 'publish'),
    ...on(MILESTONE, 'update', 'publish'),
    ...uploads('read', 'assets.create', 'assets.update'),
    'plugin::accountability.open-data.read',
    'plugin::accountability.releases.read',
    'plugin::accountability.imports.read',
    'plugin::accountability.imports.create',
    'plugin::accountability.imports.mappings',
    'plugin::accountability.imports.undo',
    'plugin::accountability.workflow-milestone-implementation.start',
  ],
  'strapi-author': [
    ...on(COMMITMENT, 'create', 'read', 'update'),
    ...uploads('read', 'assets.create', 'assets.update', 'configure-view'),
  ],
  'tracker-moderator': [
    ...on(COMMENT, 'read', 'update'),
    ...on(COMMITMENT, 'read'),
    'plugin::accountability.moderation.queue',
    'plugin::accountability.moderation.answer',
    'plugin::accountability.moderation.erase-author',
  ],
};

const READABLE = ['action-plan', 'commitment', 'milestone', 'partner', 'progress-report', 'theme'];

/** What anybody may do in the content API without a token. */
export const VISITOR: Held = READABLE.flatMap((name) => [
  `api::${name}.${name}.find`,
  `api::${name}.${name}.findOne`,
]);

/** What an account of the content API may do, of which the site makes none. */
export const ACCOUNT: Held = ['changePassword', 'logout', 'getSessions', 'revokeSession'].map(
  (name) => `plugin::users-permissions.auth.${name}`,
);

/** What a read-only token may do, by Strapi's rule: what is called so. */
export const isReading = (action: string): boolean => /\.(find|findOne)$/.test(action);

/** The one action of the custom token. */
export const ONE_ACTION = 'api::commitment.commitment.find';
