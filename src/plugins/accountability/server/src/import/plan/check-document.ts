import type { Model, ModelAttribute, ModelLookup } from '../../datasets/content-model';
import { isMailAddress } from '../../mail/mail-address';
import type { ValueProblem } from '../values/result';
import { shown } from '../values/reading';
import type { AttributeValue, ImportDocument } from './import-document';

interface LimitedAttribute extends ModelAttribute {
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly regex?: string | RegExp;
}

export interface FoundProblem extends ValueProblem {
  /** Of a component also the part: `period.year`. */
  readonly attribute: string;
  readonly locale: string | null;
}

/** Whole numbers a column holds. */
const LARGEST_INTEGER = 2_147_483_647;
/** Strapi's limit of a short text that states none. */
const SHORT_TEXT = 255;

/** A problem in an attribute, or in a part of it. */
interface PartProblem extends ValueProblem {
  readonly part?: string;
}

/**
 * What in a document its schema does not allow, as Strapi checks it when a document is published: lengths, limits,
 * patterns, mail addresses, values that have to be there. Values have the right type already. Pure.
 * @param document with whole components: parts that its source does not have are those that are there
 * @param present languages that the document has
 */
export function schemaProblems(
  models: ModelLookup,
  document: ImportDocument,
  present: ReadonlySet<string> = new Set(),
): FoundProblem[] {
  const model = models(document.contentType);
  if (!model) return [];
  const found: FoundProblem[] = [];
  const check = (name: string, locale: string | null, value: AttributeValue | undefined): void => {
    const schema = model.attributes[name];
    if (!schema) return;
    const problems: PartProblem[] = schema.required && isMissing(value) ? [REQUIRED] : [];
    if (value !== undefined && problems.length === 0) problems.push(...valueProblems(models, schema, value));
    for (const { part, ...problem } of problems) {
      found.push({ ...problem, attribute: part === undefined ? name : `${name}.${part}`, locale });
    }
  };
  const required = requiredOf(model);
  const shared = document.isNew ? required.shared : [];
  for (const name of new Set([...Object.keys(document.shared), ...shared])) {
    check(name, null, document.shared[name]);
  }
  for (const [locale, values] of Object.entries(document.localized)) {
    const localized = present.has(locale) ? [] : required.localized;
    for (const name of new Set([...Object.keys(values), ...localized])) check(name, locale, values[name]);
  }
  return found;
}

const REQUIRED: ValueProblem = { severity: 'error', code: 'value-required' };

interface RequiredNames {
  readonly shared: readonly string[];
  readonly localized: readonly string[];
}

const requiredNames = new WeakMap<Model, RequiredNames>();

/** Attributes without which no document is made; those with a default get it. */
function requiredOf(model: Model): RequiredNames {
  const known = requiredNames.get(model);
  if (known) return known;
  const { attributes } = model;
  const names = Object.entries(attributes)
    // Strapi checks required relations only where an application asks for it.
    .filter(([, { required, type, ...schema }]) => required && type !== 'relation' && !('default' in schema))
    .map(([name]) => name);
  const isLocalized = (name: string): boolean => attributes[name]?.pluginOptions?.i18n?.localized === true;
  const found = {
    shared: names.filter((name) => !isLocalized(name)),
    localized: names.filter(isLocalized),
  };
  requiredNames.set(model, found);
  return found;
}

const isMissing = (value: AttributeValue | undefined): boolean =>
  value === null || value === undefined || value === '';

function valueProblems(models: ModelLookup, schema: LimitedAttribute, value: AttributeValue): PartProblem[] {
  if (value === null) return [];
  if (schema.type === 'component') return componentProblems(models, schema, value);
  return typeof value === 'string' ? textProblems(schema, value) : numberProblems(schema, value);
}

function componentProblems(
  models: ModelLookup,
  schema: LimitedAttribute,
  value: AttributeValue,
): PartProblem[] {
  const parts = models(schema.component ?? '')?.attributes ?? {};
  const items = (Array.isArray(value) ? value : [value]) as readonly Readonly<
    Record<string, AttributeValue>
  >[];
  const found = items.flatMap((item) =>
    Object.entries(parts).flatMap(([part, partSchema]): PartProblem[] => {
      const given = item[part] ?? null;
      if (isMissing(given)) {
        return partSchema.required
          ? [{ severity: 'error', code: 'part-required', part, values: { part } }]
          : [];
      }
      return valueProblems(models, partSchema, given).map((problem) => ({ ...problem, part }));
    }),
  );
  return schema.repeatable ? [...itemsProblems(schema, items.length), ...found] : found;
}

/** As Strapi counts: an empty list has too few items only where one is required. */
function itemsProblems({ min, max, required }: LimitedAttribute, count: number): ValueProblem[] {
  const least = count > 0 || required ? (min ?? 0) : 0;
  return count < least || count > (max ?? Infinity)
    ? [{ severity: 'error', code: 'items-out-of-range', values: { count, least, most: max ?? '∞' } }]
    : [];
}

function textProblems(schema: LimitedAttribute, value: string): ValueProblem[] {
  const { length } = value;
  const limit = schema.maxLength ?? (schema.type === 'string' ? SHORT_TEXT : undefined);
  if (limit !== undefined && length > limit) {
    return [{ severity: 'error', code: 'text-too-long', values: { length, limit } }];
  }
  if (value === '') return [];
  if (schema.minLength !== undefined && length < schema.minLength) {
    return [{ severity: 'error', code: 'text-too-short', values: { length, limit: schema.minLength } }];
  }
  if (schema.type === 'email' && !isMailAddress(value)) {
    return [{ severity: 'error', code: 'mail-address-not-understood', values: { value: shown(value) } }];
  }
  // eslint-disable-next-line no-restricted-syntax -- the schema's own pattern, which Strapi runs on every write
  if (schema.regex !== undefined && !new RegExp(schema.regex).test(value)) {
    const values = { value: shown(value), pattern: String(schema.regex) };
    return [{ severity: 'error', code: 'text-form', values }];
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
