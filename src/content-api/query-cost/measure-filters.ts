import type { ContentModel } from './content-model';
import { addTo, raiseTo, type Measured } from './measured';

const LOGIC = new Set(['$and', '$or', '$not']);

interface Place {
  path: string;
  /** Logical operators above. */
  logic: number;
}

/** Counts the conditions of `filters`, the joins they need and the size of their lists. */
export function measureFilters(
  filters: unknown,
  uid: string,
  model: ContentModel,
  measured: Measured,
  parameter: string,
): void {
  if (filters !== undefined) measureLevel(filters, uid, model, measured, { path: parameter, logic: 0 });
}

/** @param uid content type or component whose attributes stand here; null below an attribute of its own row */
function measureLevel(
  level: unknown,
  uid: string | null,
  model: ContentModel,
  measured: Measured,
  place: Place,
): void {
  if (Array.isArray(level)) {
    // A list of conditions below a logical operator, else the values of an operator.
    if (level.every((one) => typeof one !== 'object')) {
      addTo(measured, 'filters', 1, place.path);
      raiseTo(measured, 'listSize', level.length, place.path);
      return;
    }
    level.forEach((one, index) =>
      measureLevel(one, uid, model, measured, { ...place, path: `${place.path}[${index}]` }),
    );
    return;
  }
  if (typeof level !== 'object' || level === null) {
    addTo(measured, 'filters', 1, place.path);
    return;
  }
  const keys = Object.keys(level);
  // A list of more values than the parser makes lists of comes as an object with numbers for keys.
  if (keys.every((key) => /^\d+$/.test(key))) raiseTo(measured, 'listSize', keys.length, place.path);
  for (const [key, value] of Object.entries(level)) {
    const path = `${place.path}[${key}]`;
    if (LOGIC.has(key)) {
      raiseTo(measured, 'filterDepth', place.logic + 1, path);
      measureLevel(value, uid, model, measured, { path, logic: place.logic + 1 });
      continue;
    }
    const attribute = uid === null ? null : model.attribute(uid, key);
    if (attribute && attribute.kind !== 'scalar') addTo(measured, 'filterJoins', 1, path);
    let below = /^(\$|\d)/.test(key) ? uid : null;
    if (attribute?.kind === 'relation') below = attribute.target;
    if (attribute?.kind === 'component') below = attribute.component;
    measureLevel(value, below, model, measured, { ...place, path });
  }
}
