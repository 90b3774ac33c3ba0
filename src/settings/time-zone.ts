import { isTimeZone } from 'strapi-plugin-accountability/server';

export { isTimeZone };

const DEFAULT_TIME_ZONE = 'Asia/Tbilisi';

/**
 * The time zone in which the site's days begin. One nobody knows gives the default: Strapi would fail on it with
 * a stack while it reads its configuration, before `checkSettings` can say which setting is wrong.
 */
export const timeZoneOrDefault = (text: string | undefined): string =>
  text && isTimeZone(text) ? text : DEFAULT_TIME_ZONE;
