/** A path without its trailing slash: the router accepts both. */
export const withoutEndSlash = (path: string): string =>
  path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;

/**
 * Whether a path is an address or one below it, as the application's router compares them: case-sensitive, ignoring
 * a trailing slash.
 * @param base without a trailing slash
 */
export const isAtOrBelow = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}/`);

/** The last part of a path, such as the name of a file. */
export function lastPart(path: string): string {
  const whole = withoutEndSlash(path);
  return whole.slice(whole.lastIndexOf('/') + 1);
}
