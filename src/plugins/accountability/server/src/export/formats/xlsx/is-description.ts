import { word } from '../../../catalogue/texts';
import { engineWords } from '../../../languages/engine-words';

/** Whether a text is a message in one or several languages, as `description.ts` writes it. */
function isMessage(text: string | undefined, key: string, between: string): boolean {
  const known = new Set(engineWords.languages().map((language) => word(language, key)));
  return text !== undefined && text.split(between).every((part) => known.has(part));
}

const isNamed = (name: string, key: string): boolean => isMessage(name, key, ' – ');
const isHeader = (text: string | undefined, key: string): boolean => isMessage(text, key, ' / ');

/**
 * Whether a sheet is one of those with which exports describe their data, by its name and header, in whatever
 * languages: the columns, or source and licence.
 */
export const isDescription = (name: string, header: readonly string[]): boolean =>
  (isNamed(name, 'workbook.columns') &&
    isHeader(header[0], 'workbook.name') &&
    isHeader(header[1], 'dictionary.type')) ||
  (isNamed(name, 'workbook.about') && isHeader(header[0], 'workbook.about') && header.length <= 2);
