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
 * Parameters of a query string with a name that every object has without being given it: `constructor`, `__proto__`,
 * `toString`. The parser of queries leaves them out, so that a reader who filters by one would get everything.
 * @param querystring without the `?`, as it came
 * @returns the parameters as they stand in an address, up to that name
 */
export const inheritedNames = (querystring: string): string[] =>
  partsOf(querystring).flatMap(({ steps }) => {
    const at = steps.findIndex(isInherited);
    return at < 0 ? [] : [parameterName(steps.slice(0, at + 1))];
  });

/** Parameters of the content API whose values name attributes. */
const NAMING = new Set(['fields', 'sort', 'populate']);

/**
 * The same names where they are values that name an attribute: `fields=constructor`. Strapi looks them up in an object
 * that has them, and asks the database for such a column.
 * @returns the parameters as they stand in an address, with the name
 */
export const inheritedValues = (querystring: string): string[] =>
  partsOf(querystring).flatMap(({ steps, value }) => {
    const last = steps.filter((step) => !/^\d*$/.test(step)).at(-1);
    if (last === undefined || !NAMING.has(last)) return [];
    const names = value.split(/[\s,.:]+/).filter(isInherited);
    return names.map((name) => `${parameterName(steps)}=${name}`);
  });

/** The name as it stands in an address. */
export const parameterName = ([first, ...rest]: readonly PropertyKey[]): string =>
  `${String(first)}${rest.map((step) => `[${String(step)}]`).join('')}`;
