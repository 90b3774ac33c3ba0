import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue, AttributeValues, ImportDocument } from './import-document';
import { escapedItem } from '../../export/formats/list-separator';
import type { ExistingDocument } from './existing-documents';

/** A difference of a document, for the preview. */
export interface Difference {
  readonly attribute: string;
  readonly locale: string | null;
  readonly before: AttributeValue;
  readonly after: AttributeValue;
}

export interface Comparison {
  /** The document with what differs only; null where nothing does. */
  readonly changed: ImportDocument | null;
  readonly differences: readonly Difference[];
}

const isObject = (value: unknown): value is Readonly<Record<string, AttributeValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wanted laid over what there is: parts that the source does not have stay. */
function merged(before: AttributeValue | undefined, wanted: AttributeValue): AttributeValue {
  if (Array.isArray(wanted)) {
    const present = Array.isArray(before) ? (before as readonly AttributeValue[]) : [];
    const free = new Set(present);
    return wanted.map((item: AttributeValue, index) => {
      // An item keeps its other parts where an equal one was there; one in the same place is not the same.
      const same = [present[index], ...present].find(
        (other): other is AttributeValue => other !== undefined && free.has(other) && holds(other, item),
      );
      if (same === undefined) return item;
      free.delete(same);
      return same;
    });
  }
  if (isObject(wanted)) return { ...(isObject(before) ? before : {}), ...wanted };
  return wanted;
}

/** Whether a value has all parts of another one. */
const holds = (whole: AttributeValue, part: AttributeValue): boolean =>
  isObject(whole) && isObject(part)
    ? Object.entries(part).every(([name, value]) => isSameItem(whole[name] ?? null, value ?? null))
    : isDeepStrictEqual(whole, part);

/** Files that join lists in one cell write the separator inside an item in another way. */
const isSameItem = (before: AttributeValue, after: AttributeValue): boolean =>
  isDeepStrictEqual(before, after) || (typeof before === 'string' && escapedItem(before) === after);

const isNothing = (value: AttributeValue | undefined): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.values(value).every(isNothing));

/** Whether two values of an attribute are the same to the database: a component without values is none. */
const isSame = (before: AttributeValue | undefined, after: AttributeValue): boolean => {
  if (isNothing(before) || isNothing(after)) return isNothing(before) && isNothing(after);
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].every((name) => isSame(before[name], after[name] ?? null));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [before as readonly AttributeValue[], after as readonly AttributeValue[]];
    return was.length === is.length && was.every((item, index) => isSame(item, is[index] as AttributeValue));
  }
  return isDeepStrictEqual(before, after) || isSameSecond(before, after);
};

const SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Exported moments have whole seconds: one is the same as the stored one that has more. */
const isSameSecond = (before: AttributeValue | undefined, after: AttributeValue): boolean =>
  typeof before === 'string' &&
  typeof after === 'string' &&
  after.endsWith('.000Z') &&
  SECOND.exec(before)?.[0] === SECOND.exec(after)?.[0] &&
  SECOND.test(after);

const isSameList = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/**
 * Whether links are the same in each language: between documents without a common language there is no order, each
 * language having its own.
 */
const isSameOrder = (
  orders: readonly (readonly string[])[],
  before: readonly string[],
  after: readonly string[],
): boolean =>
  orders.length > 1 &&
  before.length === after.length &&
  before.every((id) => after.includes(id)) &&
  orders.every((order) =>
    isDeepStrictEqual(
      order,
      after.filter((id) => order.includes(id)),
    ),
  );

interface CompareOptions {
  /** Whether the source distinguishes an empty text from none: a cell of a workbook does not. */
  readonly distinguishesEmptyTexts?: boolean;
}

/**
 * Compares what a source wants with what there is. Of a language that the document does not have, everything differs;
 * `updatedAt` is of new documents only. Pure.
 */
export function compare(
  existing: ExistingDocument,
  wanted: ImportDocument,
  { distinguishesEmptyTexts = true }: CompareOptions = {},
): Comparison {
  const isEmptied = (before: AttributeValue | undefined, after: AttributeValue): boolean =>
    !distinguishesEmptyTexts && before === '' && after === null;
  const differences: Difference[] = [];
  const differing = (
    before: AttributeValues,
    after: AttributeValues,
    locale: string | null,
  ): AttributeValues => {
    const changed: Record<string, AttributeValue> = {};
    for (const [attribute, value] of Object.entries(after)) {
      // Most texts: no need to look at what kind of value they are.
      if (before[attribute] === value) continue;
      const result = merged(before[attribute], value);
      if (isSame(before[attribute], result) || isEmptied(before[attribute], result)) continue;
      changed[attribute] = result;
      differences.push({ attribute, locale, before: before[attribute] ?? null, after: result });
    }
    return changed;
  };
  const shared = differing(existing.shared, wanted.shared, null);
  const localized: Record<string, AttributeValues> = {};
  for (const [locale, values] of Object.entries(wanted.localized)) {
    const changed = differing(existing.localized[locale] ?? {}, values, locale);
    if (Object.keys(changed).length > 0) localized[locale] = existing.localized[locale] ? changed : values;
  }
  const relations: Record<string, readonly string[]> = {};
  for (const [name, ids] of Object.entries(wanted.relations)) {
    const before = existing.relations[name] ?? [];
    if (isSameList(before, ids) || isSameOrder(existing.orders[name] ?? [], before, ids)) continue;
    relations[name] = ids;
    differences.push({ attribute: name, locale: null, before, after: ids });
  }
  const isUnchanged = differences.length === 0 && wanted.states.length === 0;
  return { changed: isUnchanged ? null : { ...wanted, shared, localized, relations }, differences };
}
