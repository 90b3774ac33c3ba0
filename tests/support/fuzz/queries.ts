import * as fc from 'fast-check';
import type { Description, Parameter } from './operations';
import { oddText, valueOf, wellFormed } from './values';

/** A name and a value of a query, as they are before they are encoded. */
type Pair = readonly [name: string, value: string];

/** What filters, orders, selections and relations of the content API are made of. */
export interface Names {
  readonly attributes: readonly string[];
  readonly relations: readonly string[];
}

const OPERATORS = [
  '$eq',
  '$eqi',
  '$ne',
  '$lt',
  '$gte',
  '$in',
  '$notIn',
  '$contains',
  '$notContainsi',
  '$startsWith',
  '$endsWithi',
  '$null',
  '$notNull',
  '$between',
  '$jsonSupersetOf',
  '$nothing',
];
const UNKNOWN = ['nonsense', '__proto__', 'constructor', 'toString', 'status', '_q', 'publicationFilter', ''];

const oneOf = (names: readonly string[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, oddText);

/** `[a][b][0]` below a parameter. */
const brackets = (steps: readonly string[]): string => steps.map((step) => `[${step}]`).join('');

function filters({ attributes, relations }: Names): fc.Arbitrary<Pair> {
  const attribute = oneOf(attributes);
  const steps = fc.oneof(
    { weight: 4, arbitrary: attribute.map((name) => [name]) },
    fc.tuple(oneOf(relations), attribute),
    fc.tuple(fc.constantFrom('$and', '$or', '$not'), fc.constantFrom('0', '1', '', 'x'), attribute),
  );
  const operator = fc.option(fc.constantFrom(...OPERATORS), { nil: undefined });
  const index = fc.option(fc.constantFrom('0', '', '99'), { nil: undefined });
  return fc
    .tuple(steps, operator, index, oddText)
    .map(([path, of, at, value]) => [
      `filters${brackets([...path, ...(of ? [of] : []), ...(at !== undefined ? [at] : [])])}`,
      value,
    ]);
}

function populate({ attributes, relations }: Names): fc.Arbitrary<Pair> {
  const relation = oneOf([...relations, '*', 'localizations', 'createdBy']);
  return fc.oneof(
    fc.array(relation, { minLength: 1, maxLength: 3 }).map((names) => ['populate', names.join(',')] as const),
    fc.tuple(relation, relation).map(([one, other]) => [`populate[${one}][populate]`, other] as const),
    fc
      .tuple(relation, oneOf(attributes))
      .map(([one, name]) => [`populate[${one}][fields][0]`, name] as const),
    fc
      .tuple(relation, oneOf(attributes), oddText)
      .map(([one, name, value]) => [`populate[${one}][filters][${name}][$eq]`, value] as const),
    fc.tuple(relation, oddText).map(([one, value]) => [`populate[${one}][limit]`, value] as const),
  );
}

/** Pairs of a parameter that the schema describes, in one of the forms that arrays have. */
function described(description: Description, { name, schema }: Parameter): fc.Arbitrary<Pair> {
  const value = valueOf(description, schema).map((made) =>
    Array.isArray(made) ? made.map(String).join(',') : String(made),
  );
  const form = fc.constantFrom('', '', '', '', '[]', '[0]', '[$eq]', '[constructor]');
  return fc
    .tuple(form, fc.oneof({ weight: 4, arbitrary: value }, oddText))
    .map(([ending, made]) => [`${name}${ending}`, made]);
}

function pairsOf(description: Description, parameter: Parameter, names: Names): fc.Arbitrary<Pair> {
  const { name } = parameter;
  if (name === 'filters') return filters(names);
  if (name === 'populate') return populate(names);
  if (name === 'sort' || (name === 'fields' && names.attributes.length > 0)) {
    const key = oneOf(names.attributes.length > 0 ? names.attributes : ['createdAt']);
    const ending = name === 'sort' ? fc.constantFrom('', ':asc', ':desc', ':up') : fc.constant('');
    const keys = fc.array(fc.tuple(key, ending), { minLength: 1, maxLength: 3 });
    return fc.oneof(
      { weight: 2, arbitrary: keys.map((all) => [name, all.map((one) => one.join('')).join(',')] as const) },
      described(description, parameter),
    );
  }
  return described(description, parameter);
}

/** Percent signs where a value has bytes that are no text; most of the time as a browser writes it. */
const encoded = (text: string): string => encodeURIComponent(wellFormed(text));

/** A query: mostly parameters the operation has, sometimes others, sometimes no query at all. */
export function queryOf(
  description: Description,
  parameters: readonly Parameter[],
  names: Names,
): fc.Arbitrary<string> {
  const own = parameters.filter((parameter) => parameter.in === 'query');
  const unknown: fc.Arbitrary<Pair> = fc.tuple(fc.constantFrom(...UNKNOWN), oddText);
  const pair = fc.oneof(
    ...own.map((parameter) => pairsOf(description, parameter, names)),
    ...(own.length > 8 ? [] : [unknown]),
    unknown,
  );
  const written = fc.oneof(
    { weight: 12, arbitrary: pair.map(([name, value]) => `${encoded(name)}=${encoded(value)}`) },
    {
      weight: 2,
      arbitrary: pair.map(([name, value]) => `${name.replace(/[^\w$[\].-]/g, '')}=${encoded(value)}`),
    },
    fc.constantFrom(
      '',
      '=',
      '%',
      'a=%ff%fe',
      'a=%c0%af',
      '%00=1',
      'a[',
      'a]=1',
      'a[[b]]=1',
      '?',
      'a=b=c',
      ';',
    ),
  );
  return fc.array(written, { maxLength: 4 }).map((all) => (all.length === 0 ? '' : `?${all.join('&')}`));
}
