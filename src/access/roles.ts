/** Strapi makes a role called Editor in every new database; it is that one which gets our grants. */
export const EDITOR_ROLE = 'strapi-editor';
export const MODERATOR_ROLE = 'tracker-moderator';

/** Roles a declaration may name. */
export const ROLES: readonly string[] = [EDITOR_ROLE, MODERATOR_ROLE];
