import { PLUGIN_ID } from '../plugin-id';

/** What opens the page; the server asks for the same. */
export const READ_PAGE = [{ action: `plugin::${PLUGIN_ID}.open-data.read`, subject: null }];
