import type { ModelLookup } from '../../datasets/content-model';
import type { DocumentTable } from '../mapping/declaration';
import { keyValues } from './key-values';
import type { RowReader } from './row-reader';
import type { RowReading } from './row-reading';

const isById = (key: readonly string[]): boolean => key.includes('documentId');

/**
 * Header of the column to be filled in so that a row can be identified: of a key all of whose columns are there the
 * first that is empty; an id only where there is no other key. Null where the table has no such column.
 */
export function keyColumn(
  models: ModelLookup,
  { contentType, keys }: DocumentTable,
  reader: RowReader,
  reading: RowReading,
  relations: Readonly<Record<string, readonly string[]>>,
  languages: readonly string[],
): string | null {
  const headerOf = (name: string): string | null =>
    [null, ...languages]
      .map((language) => reader.headerOf(name, language))
      .find((header) => header !== null) ?? null;
  const found = [...keys.filter((key) => !isById(key)), ...keys.filter(isById)].map((key) =>
    key.map((name) => ({ name, header: headerOf(name) })),
  );
  const parts =
    found.find((key) => key.every(({ header }) => header !== null)) ??
    found.find((key) => key.some(({ header }) => header !== null)) ??
    [];
  const there = parts.filter(({ header }) => header !== null);
  const empty = there.find(
    ({ name }) => keyValues(models, contentType, [name], reading, relations).length === 0,
  );
  return (empty ?? there[0])?.header ?? null;
}
