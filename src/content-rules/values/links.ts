import { isWholeNumber, shown, type ValueFault } from './scalars';

/** A path below the attribute, and the fault there. */
export interface PlacedFault {
  readonly path: readonly (string | number)[];
  readonly fault: ValueFault;
}

const MAX_LENGTH = 255;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsent = (value: unknown): boolean => value === null || value === undefined;

const isRowId = (value: unknown): boolean => isWholeNumber(value) && Number(value) > 0;
const isDocumentId = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH;
const isTarget = (value: unknown): boolean => isRowId(value) || isDocumentId(value);

const isPosition = (value: unknown): boolean =>
  isObject(value) &&
  [value.before, value.after].every((at) => isAbsent(at) || isTarget(at)) &&
  [value.start, value.end].every((at) => isAbsent(at) || typeof at === 'boolean');

/** A link in the notation of code, the API or the panel's forms: an id, or an object with one and a position. */
function isLink(value: unknown): boolean {
  if (!isObject(value)) return isTarget(value);
  const { id, documentId, locale, status, position } = value;
  return (
    (!isAbsent(id) || !isAbsent(documentId)) &&
    (isAbsent(id) || isTarget(id)) &&
    (isAbsent(documentId) || isDocumentId(documentId)) &&
    (isAbsent(locale) || typeof locale === 'string') &&
    (isAbsent(status) || typeof status === 'string') &&
    (isAbsent(position) || isPosition(position))
  );
}

const broken = (path: readonly (string | number)[], value: unknown): PlacedFault => ({
  path,
  fault: { code: 'not-link', values: { value: shown(value) } },
});

/** A single link or a list. */
function linksFaults(value: unknown, path: readonly (string | number)[]): PlacedFault[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) return isLink(value) ? [] : [broken(path, value)];
  return value.flatMap((link: unknown, index) => (isLink(link) ? [] : [broken([...path, index], link)]));
}

const CHANGES = ['set', 'connect', 'disconnect'] as const;

/** Faults of a relation's or media attribute's value, by path. Whether the target exists is checked later. */
export function linkFaults(value: unknown): PlacedFault[] {
  if (!isObject(value)) return linksFaults(value, []);
  const isChange = CHANGES.some((change) => Object.hasOwn(value, change));
  if (isChange) return CHANGES.flatMap((change) => linksFaults(value[change], [change]));
  // Forms send an empty object for an unchanged relation.
  return Object.keys(value).length === 0 ? [] : linksFaults(value, []);
}
