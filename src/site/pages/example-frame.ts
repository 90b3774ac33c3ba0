import type { Overview } from '../content/overview';
import type { Language } from '../languages';
import type { ContentFrame } from '../page';
import { wordsOf } from '../words/words';

/** A frame of a page, for specs. */
export const exampleFrame = (overview: Overview, language: Language = 'en', path = '/'): ContentFrame => ({
  language,
  words: wordsOf(language),
  base: 'https://site.example',
  pathIn: () => path,
  asset: (file) => `/site/${file}`,
  site: {
    title: { ka: 'საიტი', en: 'Site' },
    publisher: null,
    introduction: {},
    emblem: null,
    isFollowOpen: true,
    licence: { name: 'CC BY 4.0', url: 'https://licence.example' },
    today: '2026-11-25',
    timeZone: 'Asia/Tbilisi',
  },
  overview,
});
