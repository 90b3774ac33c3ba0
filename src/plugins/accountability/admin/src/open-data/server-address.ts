declare global {
  interface Window {
    strapi: { backendURL: string };
  }
}

/**
 * Address of a file of open data on the server the panel uses. The public address may be on another host, which the
 * panel's content security policy forbids.
 * @param path from the server, with a leading slash
 */
export const serverAddress = (path: string, file: string): string =>
  `${window.strapi.backendURL}${path}/${file}`;

/** Address of a stored file: providers other than the local one give a whole one. */
export const onServer = (address: string): string =>
  address.startsWith('/') ? `${window.strapi.backendURL}${address}` : address;
