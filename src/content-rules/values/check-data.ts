import type { Issue } from '../issue';
import { linkFaults } from './links';
import type { AttributesOf, ValueAttribute } from './model';
import { isWholeNumber, noWholeNumber, scalarFault, shown, type ValueFault } from './scalars';

type Path = readonly (string | number)[];

/** Maximum issues of one response: a body may have thousands. */
const MAX_ISSUES = 20;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const issueAt = (path: Path, { code, values }: ValueFault): Issue => ({ path: [...path], code, values });
const wrongShape = (code: 'not-object' | 'not-list', path: Path, value: unknown): Issue =>
  issueAt(path, { code, values: { value: shown(value) } });

/**
 * Values in the data of a write that do not fit their attribute, each with its path: wrong types, days that do not
 * exist, values outside of an enumeration, numbers and texts too large for their column; in components too. Unknown
 * attributes and missing values are left to Strapi. Pure.
 * @param uid content type or component of the data
 */
export function dataIssues(attributesOf: AttributesOf, uid: string, data: unknown, path: Path = []): Issue[] {
  if (!isObject(data)) return [wrongShape('not-object', path, data)];
  const issues: Issue[] = [];
  for (const [name, attribute] of Object.entries(attributesOf(uid) ?? {})) {
    if (!Object.hasOwn(data, name)) continue;
    const value = data[name];
    if (value === null || value === undefined) continue;
    issues.push(...valueIssues(attributesOf, attribute, value, [...path, name]));
    if (issues.length >= MAX_ISSUES) return issues.slice(0, MAX_ISSUES);
  }
  return issues;
}

function valueIssues(
  attributesOf: AttributesOf,
  attribute: ValueAttribute,
  value: unknown,
  path: Path,
): Issue[] {
  switch (attribute.type) {
    case 'relation':
    case 'media':
      return linkFaults(value).map((found) => issueAt([...path, ...found.path], found.fault));
    case 'component':
      return attribute.repeatable
        ? listIssues(value, path, (item, at) => componentIssues(attributesOf, attribute.component, item, at))
        : componentIssues(attributesOf, attribute.component, value, path);
    case 'dynamiczone':
      return listIssues(value, path, (item, at) =>
        partIssues(attributesOf, attribute.components ?? [], item, at),
      );
    default: {
      const fault = scalarFault(attribute, value);
      return fault ? [issueAt(path, fault)] : [];
    }
  }
}

function listIssues(value: unknown, path: Path, check: (item: unknown, at: Path) => Issue[]): Issue[] {
  if (!Array.isArray(value)) return [wrongShape('not-list', path, value)];
  return value.flatMap((item: unknown, index) => check(item, [...path, index]));
}

function componentIssues(
  attributesOf: AttributesOf,
  component: string | undefined,
  value: unknown,
  path: Path,
): Issue[] {
  if (!isObject(value)) return [wrongShape('not-object', path, value)];
  const { id } = value;
  const isNoId = id !== null && id !== undefined && !isWholeNumber(id);
  return [
    ...(isNoId ? [issueAt([...path, 'id'], noWholeNumber(id))] : []),
    ...dataIssues(attributesOf, component ?? '', value, path),
  ];
}

/** An item of a dynamic zone names its own component. */
function partIssues(
  attributesOf: AttributesOf,
  known: readonly string[],
  value: unknown,
  path: Path,
): Issue[] {
  const named = isObject(value) ? value.__component : undefined;
  return typeof named === 'string' && !known.includes(named)
    ? [
        issueAt([...path, '__component'], {
          code: 'not-one-of',
          values: { value: shown(named), known },
        }),
      ]
    : componentIssues(attributesOf, typeof named === 'string' ? named : undefined, value, path);
}
