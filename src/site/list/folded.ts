/** Case folding of what is searched: Georgian capitals equal their letters, and so do composed ones. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
