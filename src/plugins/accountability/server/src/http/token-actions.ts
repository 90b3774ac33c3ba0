const ACTION_TYPE = Symbol.for('__type__');

/**
 * Members of a controller that appear among the permissions of API tokens as `plugin::NAME.CONTROLLER.ACTION`, without
 * a route of their own: whatever needs the permission asks for it.
 */
export const tokenActions = (names: readonly string[]): Record<string, () => undefined> =>
  Object.fromEntries(
    names.map((name) => [name, Object.assign(() => undefined, { [ACTION_TYPE]: ['content-api'] })]),
  );
