import { dateInWords } from '../../../shared/date-in-words';
import { engineWords } from '../languages/engine-words';
import { writtenAs } from '../languages/written-as';

const WORDS = engineWords.section('dates');

/**
 * A partial date in the words of a language, for texts the server writes.
 * @param date first day of its period, as an ISO day
 * @param precision null for a day
 */
export const partialDateInWords = (date: string, precision: string | null, language: string): string =>
  dateInWords(date, precision, writtenAs(language), (key, values) => WORDS.say(language, key, values));
