/** A path without the slash it may end in: the router takes both. */
export const withoutEndSlash = (path: string): string =>
  path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;

/**
 * Whether a path is an address or one below it, as the application's router compares them: letter case counts, a slash
 * at the end does not.
 * @param base without a slash at its end
 */
export const isAtOrBelow = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}/`);

/** The last part of a path, such as the name of a file. */
export function lastPart(path: string): string {
  const whole = withoutEndSlash(path);
  return whole.slice(whole.lastIndexOf('/') + 1);
}
