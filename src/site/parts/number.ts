import type { Language } from '../languages';

const formats = new Map<Language, Intl.NumberFormat>();

/** A number in a language's format. */
export function numberIn(language: Language, value: number): string {
  let format = formats.get(language);
  if (!format)
    formats.set(language, (format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })));
  return format.format(value);
}

const percents = new Map<Language, Intl.NumberFormat>();

/** A share of 1 as whole percents in a language's format. */
export function percentIn(language: Language, share: number): string {
  let format = percents.get(language);
  if (!format) percents.set(language, (format = new Intl.NumberFormat(language, { style: 'percent' })));
  return format.format(share);
}
