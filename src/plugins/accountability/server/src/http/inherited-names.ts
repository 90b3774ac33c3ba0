const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const isInherited = (name: string): boolean => name in Object.prototype;

const stepsOf = (name: string): string[] => name.split('[').map((step) => step.replace(/\]$/, ''));

const partsOf = (querystring: string): { steps: string[]; value: string }[] =>
  querystring.split('&').map((part) => {
    const [name = '', ...value] = part.split('=');
    return { steps: stepsOf(decoded(name)), value: decoded(value.join('=')) };
  });

/**
 * Parameters of a query string named like an inherited property: `constructor`, `__proto__`, `toString`. The query
 * parser drops them, so that a filter by one would return everything.
 * @param querystring without the `?`, as received
 * @returns the parameters as in the address, up to that name
 */
export const inheritedNames = (querystring: string): string[] =>
  partsOf(querystring).flatMap(({ steps }) => {
    const at = steps.findIndex(isInherited);
    return at < 0 ? [] : [parameterName(steps.slice(0, at + 1))];
  });

/** Parameters of the content API whose values name attributes. */
const NAMING = new Set(['fields', 'sort', 'populate']);

/**
 * The same names as values that name an attribute: `fields=constructor`. Strapi finds them on its objects, and
 * queries the database for such a column.
 * @returns the parameters as in the address, with the name
 */
export const inheritedValues = (querystring: string): string[] =>
  partsOf(querystring).flatMap(({ steps, value }) => {
    const last = steps.filter((step) => !/^\d*$/.test(step)).at(-1);
    if (last === undefined || !NAMING.has(last)) return [];
    const names = value.split(/[\s,.:]+/).filter(isInherited);
    return names.map((name) => `${parameterName(steps)}=${name}`);
  });

/** The name as in the address. */
export const parameterName = ([first, ...rest]: readonly PropertyKey[]): string =>
  `${String(first)}${rest.map((step) => `[${String(step)}]`).join('')}`;
