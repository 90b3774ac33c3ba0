import { siteLanguage, type SiteLanguage } from 'strapi-plugin-accountability/server';

const DEFAULT_LOCALES = 'ka,en';
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A language as the setting states it; the platform knows the name and the direction it does not state. */
export interface StatedLanguage {
  readonly code: string;
  readonly name?: string;
  readonly direction?: 'ltr' | 'rtl';
}

export interface LocalesSetting {
  /** What the setting states of them, in the same order. */
  readonly stated: readonly StatedLanguage[];
  /** The languages of the site, the default one first; those of the default setting where it is invalid. */
  readonly languages: readonly SiteLanguage[];
  /** What is invalid in the setting, null where it is valid. */
  readonly problem: string | null;
}

/** One entry: `ka`, `ka:ქართული` or `ar:العربية:rtl`. */
function languageOf(entry: string): StatedLanguage | string {
  const [code = '', name, direction, ...more] = entry.split(':').map((part) => part.trim());
  if (!TAG.test(code)) return `"${entry}" is no language code such as ka, es or pt-BR`;
  const isDirection = direction === undefined || direction === 'ltr' || direction === 'rtl';
  if (!isDirection || more.length > 0)
    return `"${entry}" must be written as code:name:direction, direction being ltr or rtl`;
  return { code, ...(name && { name }), ...(direction && { direction }) };
}

/**
 * Parses the setting `LOCALES`: comma-separated codes, the default language first; each may state its own name and
 * direction, as in `ka:ქართული,ar:العربية:rtl`. Never throws, since it is read before errors can be reported:
 * `checkSettings` does. Pure.
 */
export function parseLocales(text: string | undefined): LocalesSetting {
  const entries = (text?.trim() || DEFAULT_LOCALES).split(',').map((entry) => entry.trim());
  const read = entries.map(languageOf);
  const codes = read.map((one) => (typeof one === 'string' ? '' : one.code.toLowerCase()));
  const twice = codes.find((code, index) => code !== '' && codes.indexOf(code) !== index);
  const wrong = read.find((one) => typeof one === 'string');
  const problem = wrong ?? (twice ? `names "${twice}" twice; name it once` : null);
  if (problem !== null) return { ...parseLocales(undefined), problem: String(problem) };
  const stated = read as StatedLanguage[];
  return { stated, languages: stated.map((one) => siteLanguage(one)), problem: null };
}
