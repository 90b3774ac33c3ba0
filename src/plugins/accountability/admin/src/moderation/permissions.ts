import { PLUGIN_ID } from '../plugin-id';

/** Permission for the queue; the server checks the same. */
export const READ_QUEUE = [{ action: `plugin::${PLUGIN_ID}.moderation.queue`, subject: null }];
