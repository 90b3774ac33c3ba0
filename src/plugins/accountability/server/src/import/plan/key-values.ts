import type { ModelLookup } from '../../datasets/content-model';
import type { AttributeValue } from './import-document';
import type { RowReading } from './row-reading';

/**
 * The values a row has for a key; several where an attribute of it is a list, none where one is missing. As
 * `existingKeys` reads them from the database.
 */
export function keyValues(
  models: ModelLookup,
  contentType: string,
  key: readonly string[],
  reading: RowReading,
  relations: Readonly<Record<string, readonly string[]>>,
): string[][] {
  let combinations: string[][] = [[]];
  for (const name of key) {
    const values = valuesOf(models, contentType, name, reading, relations).filter(
      (value) => value.trim() !== '',
    );
    combinations = combinations.flatMap((start) => values.map((value) => [...start, value]));
  }
  return combinations;
}

function valuesOf(
  models: ModelLookup,
  contentType: string,
  name: string,
  reading: RowReading,
  relations: Readonly<Record<string, readonly string[]>>,
): string[] {
  if (name === 'documentId') return reading.documentId ? [reading.documentId] : [];
  if (relations[name]) return relations[name].slice(0, 1);
  const value = reading.shared[name];
  const schema = models(contentType)?.attributes[name];
  if (schema?.type === 'component') {
    const parts = Object.keys(models(schema.component ?? '')?.attributes ?? {}).slice(0, 2);
    const items = (Array.isArray(value) ? value : [value]) as readonly (Readonly<
      Record<string, AttributeValue>
    > | null)[];
    return items.flatMap((item) => {
      const texts = parts.map((part) => item?.[part] ?? null);
      return texts.includes(null) ? [] : [texts.join(':')];
    });
  }
  if (value !== undefined && value !== null) return [String(value)];
  return Object.values(reading.localized).flatMap((values) =>
    values[name] === undefined || values[name] === null ? [] : [String(values[name])],
  );
}

/** A key of a row for people: what its cells say, not the ids that they lead to. Empty where the row has none. */
export function keyAsGiven(
  models: ModelLookup,
  contentType: string,
  keys: readonly (readonly string[])[],
  reading: RowReading,
): string {
  for (const key of keys) {
    const parts = key.map((name) => {
      const [reference] = reading.references[name] ?? [];
      return reference?.value ?? valuesOf(models, contentType, name, reading, {})[0] ?? '';
    });
    if (parts.every((part) => part.trim() !== '')) return parts.join(' / ').slice(0, MAX_SHOWN);
  }
  return '';
}

const MAX_SHOWN = 200;
