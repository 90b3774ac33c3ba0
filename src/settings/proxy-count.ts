const MOST = 10;

/** Whether a setting's text is a number of proxies: 1 to 10. */
export const isProxyCount = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST;

/**
 * The number of proxies to configure the server with, one unless a number is set. With none, or with what is no
 * number, Koa would believe all that the header says, the visitor's own words first.
 */
export const proxyCountOrDefault = (text: string | undefined): number =>
  text && isProxyCount(text) ? Number(text) : 1;
