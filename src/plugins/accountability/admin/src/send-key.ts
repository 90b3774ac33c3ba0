/** Whether a press of keys sends a form from within a text of several lines: Ctrl+Enter, or Cmd+Enter on a Mac. */
export const isSendKey = (event: { key: string; ctrlKey: boolean; metaKey: boolean }): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey);
