import type { Model, ModelAttribute, ModelLookup } from '../../datasets/content-model';
import type { ValueProblem } from '../values/result';
import { shown } from '../values/reading';
import type { AttributeValue, ImportDocument } from './import-document';

interface LimitedAttribute extends ModelAttribute {
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface FoundProblem extends ValueProblem {
  readonly attribute: string;
  readonly locale: string | null;
}

/** Whole numbers a column holds. */
const LARGEST_INTEGER = 2_147_483_647;

/**
 * What in a document its schema does not allow: lengths, limits, values that have to be there. Values have the right
 * type already. Pure.
 */
export function schemaProblems(models: ModelLookup, document: ImportDocument): FoundProblem[] {
  const model = models(document.contentType);
  if (!model) return [];
  const found: FoundProblem[] = [];
  const add = (attribute: string, locale: string | null, problems: readonly ValueProblem[]): void => {
    found.push(...problems.map((problem) => ({ ...problem, attribute, locale })));
  };
  for (const [name, value] of Object.entries(document.shared)) {
    add(name, null, valueProblems(models, model.attributes[name], value));
  }
  for (const [locale, values] of Object.entries(document.localized)) {
    for (const [name, value] of Object.entries(values)) {
      add(name, locale, valueProblems(models, model.attributes[name], value));
    }
  }
  if (document.isNew) requiredProblems(model, document, add);
  return found;
}

function requiredProblems(
  model: Model,
  document: ImportDocument,
  add: (attribute: string, locale: string | null, problems: readonly ValueProblem[]) => void,
): void {
  for (const [name, schema] of Object.entries(model.attributes)) {
    if (!schema.required || (schema as { default?: unknown }).default !== undefined) continue;
    if (schema.pluginOptions?.i18n?.localized) {
      for (const [locale, values] of Object.entries(document.localized)) {
        if (isMissing(values[name])) add(name, locale, [{ severity: 'error', code: 'value-required' }]);
      }
    } else if (schema.type !== 'relation' && isMissing(document.shared[name])) {
      add(name, null, [{ severity: 'error', code: 'value-required' }]);
    }
  }
}

const isMissing = (value: AttributeValue | undefined): boolean =>
  value === null || value === undefined || value === '';

function valueProblems(
  models: ModelLookup,
  schema: LimitedAttribute | undefined,
  value: AttributeValue,
): ValueProblem[] {
  if (!schema || value === null) return [];
  if (schema.type === 'component') {
    const component = models(schema.component ?? '');
    const items = (Array.isArray(value) ? value : [value]) as readonly Readonly<
      Record<string, AttributeValue>
    >[];
    return items.flatMap((item) => [
      ...Object.entries(item).flatMap(([name, part]) =>
        valueProblems(models, component?.attributes[name], part),
      ),
      ...Object.entries(component?.attributes ?? {}).flatMap(([name, part]): ValueProblem[] =>
        part.required && isMissing(item[name])
          ? [{ severity: 'error', code: 'part-required', values: { part: name } }]
          : [],
      ),
    ]);
  }
  return typeof value === 'string' ? textProblems(schema, value) : numberProblems(schema, value);
}

function textProblems(schema: LimitedAttribute, value: string): ValueProblem[] {
  if (schema.required && value === '') return [{ severity: 'error', code: 'value-required' }];
  const { length } = value;
  if (schema.maxLength !== undefined && length > schema.maxLength) {
    return [{ severity: 'error', code: 'text-too-long', values: { length, limit: schema.maxLength } }];
  }
  if (schema.minLength !== undefined && length < schema.minLength) {
    return [{ severity: 'error', code: 'text-too-short', values: { length, limit: schema.minLength } }];
  }
  return [];
}

function numberProblems(schema: LimitedAttribute, value: AttributeValue): ValueProblem[] {
  if (typeof value !== 'number') return [];
  const isInteger = schema.type === 'integer';
  const least = Math.max(schema.min ?? -Infinity, isInteger ? -LARGEST_INTEGER : -Infinity);
  const most = Math.min(schema.max ?? Infinity, isInteger ? LARGEST_INTEGER : Infinity);
  return value < least || value > most
    ? [{ severity: 'error', code: 'number-out-of-range', values: { value: shown(value), least, most } }]
    : [];
}
