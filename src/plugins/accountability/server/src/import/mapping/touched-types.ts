import type { ModelLookup } from '../../datasets/content-model';
import type { ImportTable } from './declaration';
import type { GenericTable } from './generic';

/** Content types of tables that declared ones do not have, and those relations of theirs lead to. */
export function foreignTypes(
  models: ModelLookup,
  tables: readonly ImportTable[],
  declared: readonly (ImportTable | GenericTable)[],
): string[] {
  const known = new Set(declared.flatMap(ownTypes));
  const used = tables.flatMap((table) => [
    ...ownTypes(table),
    ...('contentType' in table ? relatedTypes(models, table) : []),
  ]);
  return [...new Set(used)].filter((type) => !known.has(type));
}

const ownTypes = (table: ImportTable | GenericTable): string[] =>
  'subjects' in table ? Object.values(table.subjects) : [table.contentType];

/** Accounts are related to everything, by who wrote it: they are not to be asked for by an attribute of theirs. */
function relatedTypes(
  models: ModelLookup,
  table: Exclude<ImportTable, { readonly subjects: unknown }>,
): string[] {
  const attributes = models(table.contentType)?.attributes ?? {};
  const names =
    'relations' in table
      ? Object.values(table.relations)
      : [...table.columns.map(({ to }) => to), ...table.keys.flat()].map((to) => to.split('.')[0] as string);
  return names.flatMap((name) => attributes[name]?.target ?? []);
}
