/** A text with an initial capital. Georgian has capitals for whole words only, so its letters stay. Pure. */
export const sentenceCase = (text: string, language?: string): string =>
  /^\p{Script=Georgian}/u.test(text) ? text : text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
