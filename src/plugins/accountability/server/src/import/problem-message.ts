import type { Core } from '@strapi/strapi';
import { listText } from '../languages/list-text';
import { textIn } from '../languages/localized-text';
import type { MessageValues } from '../languages/message-format';
import { languageName } from '../languages/site-languages';
import { partName, withFieldNames } from './field-names';
import type { ImportProblem } from './problem';
import { say } from './words';

/** Values of messages that are attributes, or lists of them. */
const ATTRIBUTES = ['attribute', 'by', 'keys'];
/** Values that are codes of languages. */
const LANGUAGES = ['language', 'languages', 'own'];

/** The values with what people call attributes and languages in place of their codes. */
function shownValues(
  strapi: Core.Strapi,
  { values = {}, attributesOf }: ImportProblem,
  language: string,
): MessageValues {
  const shown: Record<string, MessageValues[string]> = { ...values };
  const rename = (names: readonly string[], named: (text: string) => string): void => {
    for (const name of names) {
      const value = values[name];
      if (value === undefined || typeof value === 'number') continue;
      shown[name] = typeof value === 'string' ? value && named(value) : value.map(named);
    }
  };
  rename(LANGUAGES, (code) => languageName(code, language));
  if (attributesOf === undefined) return shown;
  rename(ATTRIBUTES, (text) => withFieldNames(strapi, attributesOf, text, language));
  // A record is found by one of them.
  if (Array.isArray(shown.by)) shown.by = listText(language, shown.by as string[], 'disjunction');
  const { attribute, part } = values;
  if (typeof attribute === 'string' && typeof part === 'string') {
    const [whole = ''] = attribute.split('.');
    shown.attribute = withFieldNames(strapi, attributesOf, whole, language);
    shown.part = partName(strapi, attributesOf, whole, part, language);
  }
  return shown;
}

/** A problem as a sentence. */
export const problemMessage = (strapi: Core.Strapi, problem: ImportProblem, language: string): string =>
  problem.message
    ? textIn(problem.message, language)
    : say(language, `problems.${problem.code}`, shownValues(strapi, problem, language));
