import type { Core } from '@strapi/strapi';
import { genericMapping } from './generic-mapping';
import type { ImportMapping } from './mapping/declaration';
import { GENERIC } from './mapping/generic';
import type { MappingOfSources } from './mapping/mapping-of-sources';
import { ImportRefusal } from './refusal';
import { importsConfig } from './registry';
import { mappingOfTables, shownSaved } from './saved/saved-mapping';
import { findSavedByName, listSaved, type SavedMapping } from './saved/store';
import type { DateOrder } from './values/date-forms';

export interface KnownMapping extends ImportMapping {
  /** Null of one that is declared. */
  readonly saved: SavedMapping | null;
}

/**
 * The mappings there are: the application's, those editors have saved, and `generic`, which has no tables before it is
 * given sources.
 */
export async function knownMappings(strapi: Core.Strapi): Promise<KnownMapping[]> {
  const { mappings, generic } = importsConfig(strapi);
  const saved = generic ? await listSaved(strapi) : [];
  return [
    ...mappings.map((mapping) => ({ ...mapping, saved: null })),
    ...saved.map((one) => ({ ...shownSaved(strapi, one), saved: one })),
    ...(generic ? [{ ...generic, name: GENERIC, tables: [], saved: null }] : []),
  ];
}

/**
 * A mapping by name.
 * @param dateOrder of dates between slashes where nothing else says it: for `generic` and those that are saved
 * @throws ImportRefusal that names the mappings there are, or says why a saved one cannot be used any more
 */
export async function findMapping(
  strapi: Core.Strapi,
  name: string,
  dateOrder?: DateOrder,
): Promise<ImportMapping | MappingOfSources> {
  const generic = name === GENERIC ? genericMapping(strapi, dateOrder) : null;
  if (generic) return generic;
  const declared = importsConfig(strapi).mappings.find((mapping) => mapping.name === name);
  if (declared) return declared;
  const saved = importsConfig(strapi).generic ? await findSavedByName(strapi, name) : null;
  if (saved) return mappingOfTables(strapi, saved.name, saved.tables, dateOrder);
  const known = (await knownMappings(strapi)).map((mapping) => mapping.name);
  throw new ImportRefusal('NO_SUCH_MAPPING', { mapping: name.slice(0, 100), known });
}
