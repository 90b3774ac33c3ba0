import { PLUGIN_ID } from '../plugin-id';

/** Permission for the page; the server checks the same. */
export const READ_PAGE = [{ action: `plugin::${PLUGIN_ID}.open-data.read`, subject: null }];
