import { addJoin, addTo, raiseTo, type Measuring } from './measured';

const LOGIC = new Set(['$and', '$or', '$not']);

/** Text-matching operators, which no index supports. */
const TEXT_OPERATORS = new Set([
  '$contains',
  '$containsi',
  '$notContains',
  '$notContainsi',
  '$startsWith',
  '$startsWithi',
  '$endsWith',
  '$endsWithi',
  '$eqi',
  '$nei',
]);

/** Values of an operator: one, or a list in either of the parser's two representations. */
const valuesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 1;

interface Place {
  /** The parameter, such as `filters[$or][0]`. */
  parameter: string;
  /** Content type or component of the attributes at this level; null below a scalar attribute. */
  uid: string | null;
  /** Attribute path to this level, with a trailing dot; empty at the top. */
  at: string;
  /** Enclosing logical operators. */
  logic: number;
}

/** Counts the conditions of `filters`, their joins and the size of their lists. */
export function measureFilters(
  filters: unknown,
  uid: string,
  measuring: Measuring,
  parameter: string,
  at: string,
): void {
  if (filters !== undefined) measureLevel(filters, measuring, { parameter, uid, at, logic: 0 });
}

function measureLevel(level: unknown, measuring: Measuring, place: Place): void {
  const { measured } = measuring;
  if (typeof level !== 'object' || level === null) {
    addTo(measured, 'filters', 1, place.parameter);
  } else if (Array.isArray(level) && level.every((one) => typeof one !== 'object')) {
    addTo(measured, 'filters', 1, place.parameter);
    raiseTo(measured, 'listSize', level.length, place.parameter);
  } else {
    const entries = Object.entries(level);
    // The parser returns a list over its size limit as an object with numeric keys.
    if (entries.every(([key, value]) => /^\d+$/.test(key) && typeof value !== 'object')) {
      raiseTo(measured, 'listSize', entries.length, place.parameter);
    }
    for (const [key, value] of entries) measureEntry(key, value, measuring, place);
  }
}

function measureEntry(key: string, value: unknown, measuring: Measuring, place: Place): void {
  const parameter = `${place.parameter}[${key}]`;
  if (LOGIC.has(key)) {
    raiseTo(measuring.measured, 'filterDepth', place.logic + 1, parameter);
    return measureLevel(value, measuring, { ...place, parameter, logic: place.logic + 1 });
  }
  if (TEXT_OPERATORS.has(key)) addTo(measuring.measured, 'textFilters', valuesOf(value), parameter);
  // An operator or a list index applies to the attributes of its enclosing level.
  if (/^(\$|\d)/.test(key)) return measureLevel(value, measuring, { ...place, parameter });

  const attribute = place.uid === null ? null : measuring.model.attribute(place.uid, key);
  const join = (isList: boolean) =>
    addJoin(measuring, { path: place.at + key, isList, uid: place.uid ?? '', name: key }, parameter);
  if (attribute?.kind !== 'relation' && attribute?.kind !== 'component') {
    if (attribute?.kind === 'media') join(true);
    return measureLevel(value, measuring, { ...place, parameter, uid: null });
  }
  join(attribute.isList);
  measureLevel(value, measuring, { ...place, parameter, uid: attribute.target, at: `${place.at}${key}.` });
}
