/** How Strapi's query layer and the databases name what they cannot do something with. */
const NAMED = [
  // Strapi's own query layer.
  /^Attribute (\S+) not found on model /,
  /^Operator (\$\w+) must be an array/,
  // SQLite; Knex puts the statement in front.
  /- no such column: (?:\S+\.)?(\S+)$/,
  // PostgreSQL.
  /- column (?:\S+\.)?"?([^"\s]+?)"? does not exist$/,
  /- invalid input syntax for type [\w ]+: "(.+)"$/,
  /- value "(.+)" is out of range for type \w+$/,
  /- date\/time field value out of range: "(.+)"$/,
];

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
};

/**
 * The part of an address that made a query fail: the name or value the failure is about, where the address has it. Where
 * it has not, the query is the site's own and so is the fault. Pure.
 * @param message of what was thrown
 * @param address path and query as they were sent
 */
export function faultyPart(message: string, address: string): string | null {
  for (const pattern of NAMED) {
    const part = pattern.exec(message)?.[1];
    if (part !== undefined) return decoded(address).includes(part) ? part : null;
  }
  return null;
}
