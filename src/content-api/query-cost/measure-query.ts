import type { ContentModel } from './content-model';
import { measureFilters } from './measure-filters';
import { measureSort } from './measure-sort';
import { addTo, raiseTo, type Measured, type Measuring } from './measured';
import { leadsTo, pageSize, type Sizes } from './sizes';

/** Strapi's relation of a row to those of its other languages: the same document, which is no way back. */
const OTHER_LANGUAGES = 'localizations';

const OFF = new Set(['false', 'f', '0']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A level of a query: the content type that is read, or what is populated. */
interface Place {
  uid: string;
  /** The parameter that leads here, such as `populate[milestones]`; empty at the top. */
  parameter: string;
  /** The attributes that lead here, with a dot behind; empty at the top. */
  at: string;
  /** Content types from the top down to here. */
  passed: readonly string[];
  /** Relations above. */
  depth: number;
  /** Documents that are expected here, all of the answer together. */
  rows: number;
}

/**
 * What a query of the content API asks the database for, counted from its text alone.
 *
 * Strapi checks names and permissions, but neither depth nor number: a query of a few hundred characters can stand
 * for thousands of statements or for a join of sixty tables.
 * @param query the parsed query string, not to be trusted
 * @param uid content type that is read
 * @param content its size, and whether one document is asked for; without it documents are not counted
 */
export function measureQuery(
  query: Readonly<Record<string, unknown>>,
  uid: string,
  model: ContentModel,
  content?: { readonly sizes: Sizes; readonly isSingle: boolean },
): Measured {
  const measuring: Measuring = {
    model,
    measured: new Map(),
    joined: new Map(),
    sizes: content?.sizes,
    joinedRows: content?.sizes.count(uid) ?? 0,
  };
  const rows = content?.isSingle
    ? 1
    : Math.min(pageSize(query.pagination), content?.sizes.count(uid) ?? Infinity);
  if (content) addTo(measuring.measured, 'documents', rows, 'pagination');
  measureSelection(query, measuring, { uid, parameter: '', at: '', passed: [uid], depth: 0, rows });
  if (typeof query._q === 'string') raiseTo(measuring.measured, 'searchLength', query._q.length, '_q');
  return measuring.measured;
}

/** `filters`, `sort`, `fields` and `populate` of one level. */
function measureSelection(
  selection: Readonly<Record<string, unknown>>,
  measuring: Measuring,
  place: Place,
): void {
  const named = (name: string) => (place.parameter ? `${place.parameter}[${name}]` : name);
  measureFilters(selection.filters, place.uid, measuring, named('filters'), place.at);
  measureSort(selection.sort, place.uid, measuring, named('sort'), place.at);
  if (Array.isArray(selection.fields)) {
    raiseTo(measuring.measured, 'listSize', selection.fields.length, named('fields'));
  }
  measurePopulate(selection.populate, measuring, { ...place, parameter: named('populate') });
}

function measurePopulate(populate: unknown, measuring: Measuring, place: Place): void {
  if (typeof populate === 'string') {
    for (const one of populate.split(',')) populatePath(one.trim().split('.'), measuring, place);
  } else if (Array.isArray(populate)) {
    for (const one of populate) measurePopulate(one, measuring, place);
  } else if (isRecord(populate)) {
    for (const [key, value] of Object.entries(populate)) {
      // A long list comes as an object with numbers for keys.
      if (/^\d+$/.test(key)) measurePopulate(value, measuring, place);
      else populateOne(key, value, measuring, place);
    }
  } else if (populate === true) {
    populateAll(measuring, place);
  }
}

/** `milestones.partners`: each step is one level. */
function populatePath([name, ...rest]: string[], measuring: Measuring, place: Place): void {
  if (name === '*' || name === 'true') return populateAll(measuring, place);
  if (!name || OFF.has(name)) return;
  populateOne(name, rest.length > 0 ? { populate: rest.join('.') } : true, measuring, place);
}

/**
 * `*` stands for every relation, medium and component of the level, without what is below them. The one that leads
 * back to where it came from ends there, and is no way back.
 */
function populateAll(measuring: Measuring, place: Place): void {
  const { model, measured } = measuring;
  const { uid, parameter, depth } = place;
  for (const name of model.attributeNames(uid)) {
    const { kind } = model.attribute(uid, name)!;
    if (kind === 'scalar') continue;
    addTo(measured, 'populated', 1, parameter);
    addDocuments(measuring, place, name, parameter);
    if (kind === 'relation') raiseTo(measured, 'populateDepth', depth + 1, parameter);
  }
}

/** Counts the documents an attribute leads to. @returns their number */
function addDocuments({ measured, sizes }: Measuring, place: Place, name: string, parameter: string): number {
  if (!sizes) return 0;
  const rows = leadsTo(place.rows, sizes.fanOut(place.uid, name));
  addTo(measured, 'documents', rows, parameter);
  return rows;
}

function populateOne(name: string, value: unknown, measuring: Measuring, place: Place): void {
  const { model, measured } = measuring;
  const attribute = model.attribute(place.uid, name);
  if (!attribute || attribute.kind === 'scalar') return;
  if (typeof value === 'string' && OFF.has(value)) return;
  const parameter = `${place.parameter}[${name}]`;
  addTo(measured, 'populated', 1, parameter);
  const rows = addDocuments(measuring, place, name, parameter);
  if (attribute.kind === 'media') return;

  const below = { ...place, uid: attribute.target, parameter, at: `${place.at}${name}.`, rows };
  if (attribute.kind === 'relation') {
    below.depth += 1;
    raiseTo(measured, 'populateDepth', below.depth, parameter);
    if (name !== OTHER_LANGUAGES && place.passed.includes(attribute.target)) {
      addTo(measured, 'populateReturns', 1, parameter);
    }
    below.passed = [...place.passed, attribute.target];
  }
  if (value === '*') populateAll(measuring, below);
  if (isRecord(value)) measureSelection(value, measuring, below);
}
