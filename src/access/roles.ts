/** Strapi creates a role called Editor in every new database; its permissions are replaced by ours. */
export const EDITOR_ROLE = 'strapi-editor';
export const MODERATOR_ROLE = 'tracker-moderator';
/** Strapi's own as well; it edits only its own documents and publishes nothing. */
export const AUTHOR_ROLE = 'strapi-author';

/** Roles a declaration may name. */
export const ROLES: readonly string[] = [EDITOR_ROLE, MODERATOR_ROLE];
