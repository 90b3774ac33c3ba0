import { isDeepStrictEqual } from 'node:util';
import type { ProtectedAttribute } from './protected-attributes';

/** Target of a to-one relation. */
interface Linked {
  readonly id: number;
  readonly documentId: string;
}

const CHANGES = ['set', 'connect', 'disconnect'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

function isTo(linked: Linked | null, target: unknown): boolean {
  if (!linked) return false;
  if (isObject(target)) {
    const { documentId, id } = target;
    return documentId === undefined || documentId === null
      ? isTo(linked, id)
      : documentId === linked.documentId;
  }
  return target === linked.documentId || String(target) === String(linked.id);
}

const isOnly = (linked: Linked | null, value: unknown): boolean => {
  const targets = listed(value);
  return linked ? targets.length === 1 && isTo(linked, targets[0]) : targets.length === 0;
};

/**
 * Whether a value for a to-one relation leaves it unchanged: in the notations of code and the API (an id, a list),
 * and of the panel's forms, which send changes only.
 */
function leavesLink(given: unknown, linked: Linked | null): boolean {
  if (!isObject(given)) return isOnly(linked, given);
  if (Object.keys(given).length === 0) return true;
  if (!CHANGES.some((change) => Object.hasOwn(given, change))) return isOnly(linked, given);
  return (
    (given.set === undefined || isOnly(linked, given.set)) &&
    listed(given.connect).every((target) => isTo(linked, target)) &&
    !listed(given.disconnect).some((target) => isTo(linked, target))
  );
}

/** Parses text that is a date or JSON for the comparison; other text is returned unchanged. */
function parsed(text: string, other: unknown): unknown {
  if (other instanceof Date) {
    const day = new Date(text);
    return Number.isNaN(day.getTime()) ? text : day.getTime();
  }
  if (typeof other === 'number') return Number(text);
  if (typeof other !== 'object' || other === null) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/**
 * Forms and clients send numbers, dates and JSON as text, and null as an empty text; an unchecked box is null too.
 */
function comparable(value: unknown, other: unknown): unknown {
  if (value === undefined || value === '' || value === false) return null;
  if (value instanceof Date) return value.getTime();
  return typeof value === 'string' ? parsed(value, other) : value;
}

const leavesValue = (given: unknown, stored: unknown): boolean =>
  isDeepStrictEqual(comparable(given, stored), comparable(stored, given));

/**
 * The attributes that a write would change. Forms and clients send whole documents back, so a value that is stored
 * already is no change. Pure.
 * @param data what is written
 * @param stored the comment as stored, relations with `id` and `documentId`
 */
export const changedAttributes = (
  data: Readonly<Record<string, unknown>>,
  attributes: readonly ProtectedAttribute[],
  stored: Readonly<Record<string, unknown>>,
): ProtectedAttribute[] =>
  attributes.filter(({ name, isRelation }) => {
    const given = data[name];
    if (given === undefined) return false;
    return isRelation
      ? !leavesLink(given, (stored[name] as Linked | null | undefined) ?? null)
      : !leavesValue(given, stored[name]);
  });
