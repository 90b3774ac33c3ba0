/** The engine's own tables; written by the engine only. */
export const STATE = 'plugin::accountability.workflow-state';
export const STATUS_CHANGE = 'plugin::accountability.status-change';
