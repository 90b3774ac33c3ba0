interface Action {
  readonly type?: unknown;
  readonly meta?: { readonly requestId?: string; readonly arg?: { readonly endpointName?: string } };
}
type Next = (action: unknown) => unknown;

const SAVE = 'adminApi/executeMutation/';
const PATCH = 'adminApi/queries/queryResultPatched';

/**
 * Keeps unsaved changes when the server rejects a save. While saving, Strapi writes the form into the cached
 * document, and reverts it when the server rejects it; a form follows its document, so all changes were lost. This
 * store middleware holds the patch back until the server has accepted it, and drops it, with its undo, otherwise.
 * Strapi patches cached responses nowhere else.
 */
export const refusedSaves = () => () => (next: Next) => {
  const pending = new Set<string>();
  let held: unknown[] = [];
  return (action: unknown): unknown => {
    const { type, meta } = action as Action;
    if (type === PATCH) {
      if (pending.size > 0) held.push(action);
      return action;
    }
    if (meta?.arg?.endpointName !== 'updateDocument' || !meta.requestId) return next(action);
    if (type === `${SAVE}pending`) pending.add(meta.requestId);
    if (type === `${SAVE}fulfilled`) held.forEach(next);
    if (type === `${SAVE}fulfilled` || type === `${SAVE}rejected`) {
      pending.delete(meta.requestId);
      held = [];
    }
    return next(action);
  };
};
