import { addTo, raiseTo, type Measured } from './measured';
import type { ContentModel } from './content-model';
import { measureFilters } from './measure-filters';
import { measureSort } from './measure-sort';

/** Strapi's relation of a row to those of its other languages: it leads to the same document, one step only. */
const OTHER_LANGUAGES = 'localizations';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const OFF = new Set(['false', 'f', '0']);

/**
 * What a query of the content API asks the database for, counted from its text alone.
 *
 * Strapi checks names and permissions, but neither depth nor number: a query of a few hundred characters can stand
 * for thousands of statements or for a join of sixty tables.
 * @param query the parsed query string, not to be trusted
 * @param uid content type that is read
 */
export function measureQuery(
  query: Readonly<Record<string, unknown>>,
  uid: string,
  model: ContentModel,
): Measured {
  const measured: Measured = new Map();
  measureSelection(query, uid, model, measured, { path: '', passed: [uid], depth: 0 });
  if (typeof query._q === 'string') raiseTo(measured, 'searchLength', query._q.length, '_q');
  return measured;
}

interface Place {
  /** Where the selection stands in the query, such as `populate[milestones]`; empty at the top. */
  path: string;
  /** Content types from the top down to here. */
  passed: readonly string[];
  /** Relations above. */
  depth: number;
}

/** `filters`, `sort`, `fields` and `populate` of one level. */
function measureSelection(
  selection: Readonly<Record<string, unknown>>,
  uid: string,
  model: ContentModel,
  measured: Measured,
  place: Place,
): void {
  const named = (name: string) => (place.path ? `${place.path}[${name}]` : name);
  measureFilters(selection.filters, uid, model, measured, named('filters'));
  measureSort(selection.sort, uid, model, measured, named('sort'));
  if (Array.isArray(selection.fields)) {
    raiseTo(measured, 'listSize', selection.fields.length, named('fields'));
  }
  measurePopulate(selection.populate, uid, model, measured, { ...place, path: named('populate') });
}

function measurePopulate(
  populate: unknown,
  uid: string,
  model: ContentModel,
  measured: Measured,
  place: Place,
): void {
  if (typeof populate === 'string') {
    for (const one of populate.split(',')) populatePath(one.trim().split('.'), uid, model, measured, place);
  } else if (Array.isArray(populate)) {
    for (const one of populate) measurePopulate(one, uid, model, measured, place);
  } else if (isRecord(populate)) {
    // A long list comes as an object with numbers for keys.
    for (const [key, value] of Object.entries(populate)) {
      if (/^\d+$/.test(key)) measurePopulate(value, uid, model, measured, place);
      else populateOne(key, value, uid, model, measured, place);
    }
  } else if (populate === true) {
    everything(uid, model, measured, place);
  }
}

/** `milestones.partners`: each step is one level. */
function populatePath(
  [name, ...rest]: string[],
  uid: string,
  model: ContentModel,
  measured: Measured,
  place: Place,
): void {
  if (name === '*' || name === 'true') return everything(uid, model, measured, place);
  if (!name || OFF.has(name)) return;
  populateOne(name, rest.length > 0 ? { populate: rest.join('.') } : true, uid, model, measured, place);
}

/** `*` stands for every relation, medium and component of the level, without what is below them. */
function everything(uid: string, model: ContentModel, measured: Measured, place: Place): void {
  for (const name of model.attributeNames(uid)) {
    // What is not asked for by name leads back on its own: a child names its parent.
    const attribute = model.attribute(uid, name)!;
    if (attribute.kind === 'scalar') continue;
    addTo(measured, 'populated', 1, place.path);
    if (attribute.kind === 'relation') raiseTo(measured, 'populateDepth', place.depth + 1, place.path);
  }
}

function populateOne(
  name: string,
  value: unknown,
  uid: string,
  model: ContentModel,
  measured: Measured,
  place: Place,
): void {
  const attribute = model.attribute(uid, name);
  if (!attribute || attribute.kind === 'scalar') return;
  if (typeof value === 'string' && OFF.has(value)) return;
  const path = `${place.path}[${name}]`;
  addTo(measured, 'populated', 1, path);
  if (attribute.kind === 'media') return;

  const isRelation = attribute.kind === 'relation';
  const target = isRelation ? attribute.target : attribute.component;
  const depth = place.depth + (isRelation ? 1 : 0);
  if (isRelation) raiseTo(measured, 'populateDepth', depth, path);
  if (isRelation && name !== OTHER_LANGUAGES && place.passed.includes(target)) {
    addTo(measured, 'populateReturns', 1, path);
  }
  const passed = isRelation ? [...place.passed, target] : place.passed;
  // The rows of other languages are the same document: what is below them is on the way back.
  const below = { path, passed, depth };
  if (isRecord(value)) {
    measureSelection(value, target, model, measured, below);
    if (isRecord(value.on)) {
      for (const [component, inner] of Object.entries(value.on)) {
        if (isRecord(inner)) measureSelection(inner, component, model, measured, below);
      }
    }
  } else if (value === '*') {
    everything(target, model, measured, { ...below, path });
  }
}
