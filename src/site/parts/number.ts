import type { Language } from '../languages';

const formats = new Map<Language, Intl.NumberFormat>();

/** A number in a language's format. */
export function numberIn(language: Language, value: number): string {
  let format = formats.get(language);
  if (!format)
    formats.set(language, (format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })));
  return format.format(value);
}
