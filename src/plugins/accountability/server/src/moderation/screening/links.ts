/** An address with a scheme, one that begins with www, or the markup people use for links. */
const LINK = /https?:\/\/|\bwww\.|\[url\b|<a\s/giu;

/** How many links a text has. */
export const linksIn = (text: string): number => text.match(LINK)?.length ?? 0;
