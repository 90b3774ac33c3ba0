import type { Model } from '../../datasets/content-model';
import type { AttributeValue } from './import-document';
import type { RowReading } from './row-reading';

interface Default {
  readonly name: string;
  readonly value: AttributeValue;
  readonly required: boolean;
}

const knownDefaults = new WeakMap<Model, readonly Default[]>();

function defaultsOf(model: Model): readonly Default[] {
  const known = knownDefaults.get(model);
  if (known) return known;
  const found = Object.entries(model.attributes).flatMap(([name, schema]) => {
    const { default: value, required = false } = schema as { default?: AttributeValue; required?: boolean };
    return value === undefined || schema.pluginOptions?.i18n?.localized ? [] : [{ name, value, required }];
  });
  knownDefaults.set(model, found);
  return found;
}

/** A new document has the defaults of what is not given, and of what it cannot be without. */
export function withDefaults(model: Model, given: RowReading['shared']): RowReading['shared'] {
  const shared = { ...given };
  for (const { name, value, required } of defaultsOf(model)) {
    if (shared[name] === undefined || (required && shared[name] === null)) shared[name] = value;
  }
  return shared;
}

/** Languages in which anything is given. */
export const withoutEmpty = (localized: RowReading['localized']): RowReading['localized'] =>
  Object.fromEntries(
    Object.entries(localized).filter(([, values]) =>
      Object.values(values).some((value) => value !== null && value !== ''),
    ),
  );
