import type { ContentModel } from './content-model';
import { measureFilters } from './measure-filters';
import { measureSort } from './measure-sort';
import { addTo, raiseTo, type Measured, type Measuring } from './measured';
import { leadsTo, pageSize, type Sizes } from './sizes';

/** Strapi's relation of a row to its localizations: the same document, which does not count as a cycle. */
const OTHER_LANGUAGES = 'localizations';

/** Approximate number of text columns `_q` searches. */
const TEXTS_OF_SEARCH = 5;

const OFF = new Set(['false', 'f', '0']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A level of a query: the root content type, or a populated one. */
interface Place {
  uid: string;
  /** The parameter of this level, such as `populate[milestones]`; empty at the top. */
  parameter: string;
  /** Attribute path to this level, with a trailing dot; empty at the top. */
  at: string;
  /** Content types from the root to this level. */
  passed: readonly string[];
  /** Enclosing relations. */
  depth: number;
  /** Expected documents at this level in the whole response. */
  rows: number;
}

/**
 * The cost of a query of the content API, counted from its text alone.
 *
 * Strapi checks names and permissions, but neither depth nor number: a query of a few hundred characters may cause
 * thousands of statements or a join of sixty tables.
 * @param query the parsed query string, untrusted
 * @param uid root content type
 * @param content its size, and whether a single document is requested; without it documents are not counted
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
  compareTexts(measuring, query._q !== undefined);
  return measuring.measured;
}

/** Text search scans each row, including rows of joins. */
function compareTexts({ measured, sizes, joinedRows }: Measuring, isSearch: boolean): void {
  const filters = measured.get('textFilters');
  const texts = (filters?.count ?? 0) + (isSearch ? TEXTS_OF_SEARCH : 0);
  const { parameter } = measured.get('joinedRows') ?? filters ?? {};
  if (sizes && parameter !== undefined && texts > 1) {
    measured.set('joinedRows', { parameter, count: Math.ceil(joinedRows * texts) });
  }
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
      // A long list is parsed as an object with numeric keys.
      if (/^\d+$/.test(key)) measurePopulate(value, measuring, place);
      else populateOne(key, value, measuring, place);
    }
  } else if (populate === true) {
    populateAll(measuring, place);
  }
}

/** `milestones.partners`: each part is one level. */
function populatePath([name, ...rest]: string[], measuring: Measuring, place: Place): void {
  if (name === '*' || name === 'true') return populateAll(measuring, place);
  if (!name || OFF.has(name)) return;
  populateOne(name, rest.length > 0 ? { populate: rest.join('.') } : true, measuring, place);
}

/**
 * `*` expands to every relation, medium and component of the level, without nested ones. The inverse of the
 * relation that leads here ends there, and does not count as a cycle.
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

/**
 * Counts the documents of an attribute.
 * @returns their number
 */
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
