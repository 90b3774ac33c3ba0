/** A text in several languages, by language code: `{ ka: '…', en: '…' }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The language every message of the engine exists in; it stands in for a language without words. */
export const FALLBACK_LANGUAGE = 'en';

/** Languages in which a text for readers of a language is looked for, best first: `pt-BR`, `pt`, `en`. Pure. */
export function fallbackChain(language: string): string[] {
  const parts = language.split('-');
  const broader = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return [...new Set([...broader, FALLBACK_LANGUAGE])];
}

/**
 * The text for readers of a language: in the language itself, a broader one (`pt` for `pt-BR`), English, or whichever
 * language has it first; '' for a text that has none. Pure.
 */
export function textIn(text: LocalizedText, language: string): string {
  for (const candidate of fallbackChain(language)) {
    const found = text[candidate];
    if (found) return found;
  }
  return Object.values(text).find(Boolean) ?? '';
}
