/** An address with a scheme, one that starts with www, or link markup. */
const LINK = /https?:\/\/|\bwww\.|\[url\b|<a\s/giu;

/** Number of links in a text. */
export const linksIn = (text: string): number => text.match(LINK)?.length ?? 0;
