import { PLUGIN_ID } from '../plugin-id';

/** What opens the queue; the server asks for the same. */
export const READ_QUEUE = [{ action: `plugin::${PLUGIN_ID}.moderation.queue`, subject: null }];
