const MAX_PROXIES = 10;

/** Whether a setting's text is a number of proxies: 1 to 10. */
export const isProxyCount = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_PROXIES;

/**
 * The number of trusted proxies, one by default. With none, or with an invalid number, Koa would trust the whole
 * header, which starts with the client's own value.
 */
export const proxyCountOrDefault = (text: string | undefined): number =>
  text && isProxyCount(text) ? Number(text) : 1;
