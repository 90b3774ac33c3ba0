import type { LocalizedText } from 'strapi-plugin-accountability/declare';
import { languageName, partialDateInWords } from 'strapi-plugin-accountability/server';
import { LANGUAGE_CODES } from '../../languages/site-languages';

import { appWords } from '../../words/app-words';
import type { ContentWarning, WarningValue } from './warning';

const WORDS = appWords.section('content-warnings');

/** The site's languages, and the panel's others. */
const LANGUAGES: readonly string[] = [...new Set([...LANGUAGE_CODES, ...appWords.languages()])];

const inWords = (value: WarningValue, language: string): string =>
  'date' in value
    ? partialDateInWords(value.date, value.precision, language)
    : languageName(value.language, language);

/** The warning's message in each language of the site and of the panel. */
export const warningMessages = ({ code, values = {} }: ContentWarning): LocalizedText =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      WORDS.say(
        language,
        code,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value, language)])),
      ),
    ]),
  );
