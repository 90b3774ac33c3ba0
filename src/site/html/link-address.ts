import { webAddress } from '../addresses';

const MAIL = /^mailto:[^\s<>"']+$/i;

/** An address a text may link to: web or mail; null for any other. */
export const linkAddress = (text: string | null | undefined): string | null =>
  text && MAIL.test(text) ? text : webAddress(text);
