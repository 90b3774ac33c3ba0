import type { Core } from '@strapi/strapi';
import { genericMapping } from './generic-mapping';
import type { ImportMapping } from './mapping/declaration';
import { GENERIC } from './mapping/generic';
import type { MappingOfSources } from './mapping/mapping-of-sources';
import { ImportRefusal } from './refusal';
import { importsConfig } from './registry';
import { asMapping, findSavedMapping, listSavedMappings } from './saved-mappings';
import type { DateOrder } from './values/date-forms';

/** A mapping with where it comes from; `generic` has no tables before it is given sources. */
export interface KnownMapping extends ImportMapping {
  readonly isSaved: boolean;
}

/** The mappings there are: the application's, `generic`, and those editors have saved. */
export async function knownMappings(strapi: Core.Strapi): Promise<KnownMapping[]> {
  const { mappings, generic } = importsConfig(strapi);
  const saved = await listSavedMappings(strapi);
  return [
    ...mappings.map((mapping) => ({ ...mapping, isSaved: false })),
    ...(generic ? [{ ...generic, name: GENERIC, tables: [], isSaved: false }] : []),
    ...saved.map((mapping) => ({ ...asMapping(strapi, mapping), isSaved: true })),
  ];
}

/**
 * A mapping by name.
 * @param dateOrder for `generic`: of dates between slashes
 * @throws ImportRefusal that names the mappings there are
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
  const saved = await findSavedMapping(strapi, name);
  if (saved) return asMapping(strapi, saved);
  const known = (await knownMappings(strapi)).map((mapping) => mapping.name);
  throw new ImportRefusal('NO_SUCH_MAPPING', { mapping: name.slice(0, 100), known: known.join(', ') });
}
