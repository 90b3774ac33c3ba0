import { PLUGIN_ID } from '../plugin-id';

const permission = (name: string) => ({ action: `plugin::${PLUGIN_ID}.imports.${name}`, subject: null });

/** Permission for the page; the server checks the same. */
export const READ_IMPORTS = [permission('read')];
/** What a user may do on the page. */
export const IMPORT_PERMISSIONS = [permission('create'), permission('undo'), permission('mappings')];
