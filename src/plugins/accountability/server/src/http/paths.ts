/**
 * Whether a path is an address or one below it. Letter case and slashes count: the application's router takes one
 * spelling of each address only.
 * @param base without a slash at its end
 */
export const isAtOrBelow = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}/`);
