const SUB_CATEGORY = 'Imports';

/** To see imports, and what they did. */
export const READ_IMPORTS = 'plugin::accountability.imports.read';
/** To check files and import them. */
export const RUN_IMPORTS = 'plugin::accountability.imports.create';
/** To take an import back. */
export const UNDO_IMPORTS = 'plugin::accountability.imports.undo';
/** To save mappings of imports, change and delete them. */
export const SAVE_MAPPINGS = 'plugin::accountability.imports.mappings';
/** To import states with the days they are known for, and histories of another site. */
export const IMPORT_HISTORY = 'plugin::accountability.imports.history';

/** What custom API tokens can be given. */
export const TOKEN_ACTIONS = ['create', 'history'] as const;

/** The permissions for roles, as Strapi registers them. */
export const IMPORT_ACTIONS = [
  { uid: 'imports.read', displayName: 'See imports' },
  { uid: 'imports.create', displayName: 'Import files' },
  { uid: 'imports.undo', displayName: 'Undo an import' },
  { uid: 'imports.mappings', displayName: 'Save mappings of imports' },
  { uid: 'imports.history', displayName: 'Import states with past days' },
].map((action) => ({
  ...action,
  section: 'plugins',
  pluginName: 'accountability',
  subCategory: SUB_CATEGORY,
}));
