declare global {
  interface Window {
    strapi: { backendURL: string };
  }
}

/**
 * Address of a file of open data on the server the panel talks to. The public address may lie on another host, which
 * the panel's content security policy forbids.
 * @param path as the server gives it, with a slash in front
 */
export const serverAddress = (path: string, file: string): string =>
  `${window.strapi.backendURL}${path}/${file}`;
