/** How the databases name a missing column, often with its table; Knex prefixes the statement. */
const COLUMNS = [
  // SQLite.
  /- no such column: (\S+)$/,
  // PostgreSQL.
  /- column (\S+) does not exist$/,
];

/** Other error messages of Strapi's query layer and PostgreSQL about invalid parts. */
const NAMED = [
  /^Attribute (\S+) not found on model /,
  /^Operator (\$\w+) must be an array/,
  /- invalid input syntax for type [\w ]+: "(.+)"$/,
  /- value "(.+)" is out of range for type \w+$/,
  /- date\/time field value out of range: "(.+)"$/,
];

const firstIn = (patterns: readonly RegExp[], message: string): string | undefined => {
  for (const pattern of patterns) {
    const named = pattern.exec(message)?.[1];
    if (named !== undefined) return named;
  }
  return undefined;
};

/** The column of a name such as `t0.title` or `"t0"."title"`. */
const withoutTable = (name: string | undefined): string | undefined =>
  name?.replaceAll('"', '').split('.').at(-1);

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
};

/**
 * The part of an address that made a query fail: the name or value in the error, where the address contains it.
 * Otherwise the query is the site's own and so is the fault. Pure.
 * @param message of the error
 * @param address path and query as received
 */
export function faultyPart(message: string, address: string): string | null {
  const part = withoutTable(firstIn(COLUMNS, message)) ?? firstIn(NAMED, message);
  return part !== undefined && decoded(address).includes(part) ? part : null;
}
