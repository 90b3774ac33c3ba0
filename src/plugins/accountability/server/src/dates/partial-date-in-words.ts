import { dateInWords, type PeriodWord } from '../../../shared/date-in-words';
import englishWords from '../../../words/en.json';
import georgianWords from '../../../words/ka.json';

const en = englishWords.dates;
const ka = georgianWords.dates;

const WORDS: Readonly<Record<string, Readonly<Record<PeriodWord, string>>>> = { en, ka };

/** How a language writes a day where the platform would take another country's way: "31 December 2020". */
const WRITTEN_AS: Readonly<Record<string, string>> = { en: 'en-GB' };

/**
 * A partial date in the words of a language, for texts the server writes.
 * @param date first day of its period, as an ISO day
 * @param precision null for a day
 */
export const partialDateInWords = (date: string, precision: string | null, language: string): string =>
  dateInWords(date, precision, WRITTEN_AS[language] ?? language, (key, values) =>
    (WORDS[language] ?? en)[key].replace(
      /\{(\w+)\}/g,
      (placeholder, name: string) => (values as Readonly<Record<string, string>>)[name] ?? placeholder,
    ),
  );
