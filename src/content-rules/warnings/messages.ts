import { LOCALES } from '../../languages/site-languages';
import type { LocalizedText } from '../../plugins/accountability/server/src/datasets/declaration';
import { partialDateInWords } from '../../plugins/accountability/server/src/dates/partial-date-in-words';
import en from './translations/en.json';
import ka from './translations/ka.json';
import type { ContentWarning, WarningValue } from './warning';

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
