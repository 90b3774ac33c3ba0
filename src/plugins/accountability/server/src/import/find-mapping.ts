import type { Core } from '@strapi/strapi';
import { genericMapping } from './generic-mapping';
import type { ImportMapping } from './mapping/declaration';
import { GENERIC } from './mapping/generic';
import type { MappingOfSources } from './mapping/mapping-of-sources';
import { ImportRefusal } from './refusal';
import { importsConfig } from './registry';
import type { DateOrder } from './values/date-forms';

/** The mappings there are: the application's, and `generic`, which has no tables before it is given sources. */
export function knownMappings(strapi: Core.Strapi): ImportMapping[] {
  const { mappings, generic } = importsConfig(strapi);
  return [...mappings, ...(generic ? [{ ...generic, name: GENERIC, tables: [] }] : [])];
}

/**
 * A mapping by name.
 * @param dateOrder for `generic`: of dates between slashes
 * @throws ImportRefusal that names the mappings there are
 */
export function findMapping(
  strapi: Core.Strapi,
  name: string,
  dateOrder?: DateOrder,
): ImportMapping | MappingOfSources {
  const generic = name === GENERIC ? genericMapping(strapi, dateOrder) : null;
  if (generic) return generic;
  const declared = importsConfig(strapi).mappings.find((mapping) => mapping.name === name);
  if (declared) return declared;
  const known = knownMappings(strapi).map((mapping) => mapping.name);
  throw new ImportRefusal('NO_SUCH_MAPPING', { mapping: name.slice(0, 100), known: known.join(', ') });
}
