import { fieldsRefused, type FieldFailure } from './refusal';

/** More fields than any form has; bounds the number of failures. */
const MAX_FIELDS = 20;
/** Maximum number of unknown fields that are named. */
export const MAX_REPORTED = 5;
/** Maximum length of an unknown field's name. */
const MAX_NAME_LENGTH = 50;

/** Maximum lengths of a form's texts, in characters, by field. */
export type LongestTexts = Readonly<Record<string, { readonly least: number; readonly most: number }>>;

/**
 * The length, in UTF-16 units, above which a text is refused before it is parsed: two per character, as emoji need.
 * The time of composing (NFC) grows with the square of a run of combining marks.
 */
export const longestRaw = (most: number): number => 2 * most;

/** The start of a name that the client chose. */
export const cutName = (name: string): string => name.slice(0, MAX_NAME_LENGTH);

/** Length violations of a submission: nothing of it is cleaned, composed or matched for this. Pure. */
export function rawFailures(data: Readonly<Record<string, unknown>>, longest: LongestTexts): FieldFailure[] {
  const names = Object.keys(data);
  if (names.length > MAX_FIELDS) {
    return names
      .filter((name) => !Object.hasOwn(longest, name))
      .slice(0, MAX_REPORTED)
      .map((name) => ({ path: [cutName(name)], code: 'FIELD_UNKNOWN' }));
  }
  return Object.entries(longest).flatMap(([name, { least, most }]): FieldFailure[] => {
    const value = data[name];
    if (typeof value !== 'string' || value.length <= longestRaw(most)) return [];
    return [{ path: [name], code: 'TOO_LONG', values: { least: String(least), most: String(most) } }];
  });
}

/**
 * Refuses what is too long before any other check.
 * @throws Refusal 400 with every field concerned
 */
export function refuseOverlong(data: Readonly<Record<string, unknown>>, longest: LongestTexts): void {
  const failures = rawFailures(data, longest);
  if (failures.length > 0) throw fieldsRefused(failures);
}
