import type { Core } from '@strapi/strapi';
import type { SavedTable } from '../../../../shared/saved-mapping';
import { languageCodes } from '../../languages/site-languages';
import { requestLanguage } from '../../languages/request-language';
import { genericSettings } from '../generic-mapping';
import type { ImportMapping } from '../mapping/declaration';
import type { MappingOfSources } from '../mapping/mapping-of-sources';
import { ImportRefusal } from '../refusal';
import type { DateOrder } from '../values/date-forms';
import { messageLanguages, say } from '../words';
import { columnsNotThere } from './columns-not-there';
import { tablesForSaved, type SavedTables } from './saved-tables';
import type { SavedMapping } from './store';

/** @throws ImportRefusal 400 where the application declares no fields that a mapping could be of */
function compiled(strapi: Core.Strapi, tables: readonly SavedTable[], dateOrder?: DateOrder): SavedTables {
  const settings = genericSettings(strapi);
  if (!settings) throw new ImportRefusal('NO_SAVED_MAPPINGS');
  return tablesForSaved({ ...settings, dateOrder }, tables);
}

/**
 * Checks the tables of a mapping that is to be saved or used.
 * @throws ImportRefusal 400 that names column and field of each problem
 */
export function checkedTables(
  strapi: Core.Strapi,
  tables: readonly SavedTable[],
  dateOrder?: DateOrder,
): SavedTables['tables'] {
  const { tables: checked, problems } = compiled(strapi, tables, dateOrder);
  const [first] = problems;
  if (!first) return checked;
  const language = requestLanguage(strapi);
  const translated = problems.map(({ message, ...problem }) => ({ ...problem, message: message(language) }));
  throw new ImportRefusal('MAPPING_NOT_USABLE', {}, { problems: translated }, (one) => ({
    problem: first.message(one),
    more: problems.length - 1,
  }));
}

/**
 * A mapping of tables that an editor has put together. Columns it reads and a sheet lacks are warned of.
 * @throws ImportRefusal 400 that names column and field of each problem
 */
export function mappingOfTables(
  strapi: Core.Strapi,
  name: string,
  tables: readonly SavedTable[],
  dateOrder?: DateOrder,
): MappingOfSources {
  const mapping = { name, labels: {}, description: {}, tables: checkedTables(strapi, tables, dateOrder) };
  return { name, of: (sources) => ({ mapping, sources, problems: columnsNotThere(mapping, sources) }) };
}

/** A saved mapping as the others are shown: without tables where it cannot be used any more. */
export function shownSaved(strapi: Core.Strapi, { name, tables, changedAt }: SavedMapping): ImportMapping {
  const languages = messageLanguages(languageCodes(strapi));
  const { tables: read, problems } = compiled(strapi, tables);
  const day = new Date(changedAt).toISOString().slice(0, 10);
  const inEach = (text: (language: string) => string) =>
    Object.fromEntries(languages.map((language) => [language, text(language)]));
  return {
    name,
    labels: inEach(() => name),
    description: inEach(
      (language) => problems[0]?.message(language) ?? say(language, 'saved.description', { day }),
    ),
    tables: problems.length > 0 ? [] : read,
  };
}
