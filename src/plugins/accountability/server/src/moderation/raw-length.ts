import { fieldsRefused, type FieldFailure } from './refusal';

/** More fields than any form has: each costs a little to be told of. */
const MOST_FIELDS = 20;
/** Unknown fields that are told by name. */
export const MOST_TOLD = 5;
/** Of the name of an unknown field. */
const LONGEST_NAME = 50;

/** The longest texts a form takes, in characters, by field. */
export type LongestTexts = Readonly<Record<string, { readonly least: number; readonly most: number }>>;

/**
 * The length, in UTF-16 units, beyond which a text is refused unread: two for each character, as emoji need them.
 * Composing (NFC) takes a time that grows with the square of a run of combining marks.
 */
export const longestRaw = (most: number): number => 2 * most;

/** The beginning of a name anybody may have chosen. */
export const cutName = (name: string): string => name.slice(0, LONGEST_NAME);

/**
 * What is too long or too much in what was sent, by lengths alone: nothing of it is cleaned, composed or matched for
 * this. Pure.
 */
export function rawFailures(data: Readonly<Record<string, unknown>>, longest: LongestTexts): FieldFailure[] {
  const names = Object.keys(data);
  if (names.length > MOST_FIELDS) {
    return names
      .filter((name) => !Object.hasOwn(longest, name))
      .slice(0, MOST_TOLD)
      .map((name) => ({ path: [cutName(name)], code: 'FIELD_UNKNOWN' }));
  }
  return Object.entries(longest).flatMap(([name, { least, most }]): FieldFailure[] => {
    const value = data[name];
    if (typeof value !== 'string' || value.length <= longestRaw(most)) return [];
    return [{ path: [name], code: 'TOO_LONG', values: { least: String(least), most: String(most) } }];
  });
}

/** Refuses what is too long before anything else is done with it. @throws Refusal 400 with every field concerned */
export function refuseOverlong(data: Readonly<Record<string, unknown>>, longest: LongestTexts): void {
  const failures = rawFailures(data, longest);
  if (failures.length > 0) throw fieldsRefused(failures);
}
