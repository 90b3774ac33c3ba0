/** Strapi makes a role called Editor in every new database; it is that one which gets our grants. */
export const EDITOR_ROLE = 'strapi-editor';
export const MODERATOR_ROLE = 'tracker-moderator';
/** Strapi's own as well; it writes what it has made itself and publishes nothing. */
export const AUTHOR_ROLE = 'strapi-author';

/** Roles a declaration may name. */
export const ROLES: readonly string[] = [EDITOR_ROLE, MODERATOR_ROLE];
