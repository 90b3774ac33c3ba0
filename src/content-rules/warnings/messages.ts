import type { LocalizedText } from 'strapi-plugin-accountability/declare';
import { partialDateInWords } from 'strapi-plugin-accountability/server';
import { LANGUAGE_CODES } from '../../languages/site-languages';

import { appWords } from '../../words/app-words';
import type { ContentWarning, WarningValue } from './warning';

const WORDS = appWords.section('content-warnings');

const inWords = (value: WarningValue, language: string): string =>
  'date' in value
    ? partialDateInWords(value.date, value.precision, language)
    : (new Intl.DisplayNames([language], { type: 'language' }).of(value.language) ?? value.language);

/** The warning as a sentence in each language of the site. */
export const warningMessages = ({ code, values = {} }: ContentWarning): LocalizedText =>
  Object.fromEntries(
    LANGUAGE_CODES.map((language) => [
      language,
      WORDS.say(
        language,
        code,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value, language)])),
      ),
    ]),
  );
