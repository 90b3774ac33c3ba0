/** The languages of the site, the default one first. */
export const LOCALES = [
  { code: 'ka', name: 'Georgian (ka)' },
  { code: 'en', name: 'English (en)' },
] as const;
