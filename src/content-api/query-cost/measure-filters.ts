import { addJoin, addTo, raiseTo, type Measuring } from './measured';

const LOGIC = new Set(['$and', '$or', '$not']);

interface Place {
  /** The parameter, such as `filters[$or][0]`. */
  parameter: string;
  /** Content type or component whose attributes stand here; null below an attribute of its own row. */
  uid: string | null;
  /** Attributes that lead here from the content type that is read, with a dot behind; empty at the top. */
  at: string;
  /** Logical operators above. */
  logic: number;
}

/** Counts the conditions of `filters`, the joins they need and the size of their lists. */
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
    // A list of more values than the parser makes lists of comes as an object with numbers for keys.
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
  // An operator or a place in a list stands for the same attributes as what is above it.
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
