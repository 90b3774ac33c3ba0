import { dateInWords } from '../../../shared/date-in-words';
import { engineWords } from '../languages/engine-words';

const WORDS = engineWords.section('dates');

/** How a language writes a day where the platform would take another country's way: "31 December 2020". */
const WRITTEN_AS: Readonly<Record<string, string>> = { en: 'en-GB' };

/**
 * A partial date in the words of a language, for texts the server writes.
 * @param date first day of its period, as an ISO day
 * @param precision null for a day
 */
export const partialDateInWords = (date: string, precision: string | null, language: string): string =>
  dateInWords(date, precision, WRITTEN_AS[language] ?? language, (key, values) =>
    WORDS.say(language, key, values),
  );
