import type { LocalizedText } from 'strapi-plugin-accountability/declare';
import { partialDateInWords } from 'strapi-plugin-accountability/server';
import { LOCALES } from '../../languages/site-languages';

import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';
import type { ContentWarning, WarningValue } from './warning';

const en = englishWords['content-warnings'];
const ka = georgianWords['content-warnings'];

const WORDS = { en, ka };

const inWords = (value: WarningValue, language: string): string =>
  'date' in value
    ? partialDateInWords(value.date, value.precision, language)
    : (new Intl.DisplayNames([language], { type: 'language' }).of(value.language) ?? value.language);

/** The warning as a sentence in each language of the site. */
export const warningMessages = ({ code, values = {} }: ContentWarning): LocalizedText =>
  Object.fromEntries(
    LOCALES.map(({ code: language }) => [
      language,
      WORDS[language][code].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
        values[name] ? inWords(values[name], language) : placeholder,
      ),
    ]),
  );
