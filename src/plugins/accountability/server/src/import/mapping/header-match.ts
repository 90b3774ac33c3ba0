import type { LocalizedText } from '../../languages/localized-text';
import { headerKey, headerLanguage, headerWords } from './header-text';

/** A field with all that its header may be called. */
export interface NamedField {
  /** The most specific names first. */
  readonly names: readonly FieldName[];
}

export interface FieldName {
  readonly text: string;
  /** Null for a name that is of no language, such as that of the attribute. */
  readonly language: string | null;
}

export interface HeaderMatch<Field extends NamedField> {
  readonly field: Field;
  /** Whether the header is one of the names, and not only like one. */
  readonly isSure: boolean;
  /** The language that the header names. */
  readonly language: string | null;
  /** Languages the name it is, or is like, is in. */
  readonly nameLanguages: readonly string[];
  /** Place of that name among those of the field: the first is the most specific. */
  readonly rank: number;
}

/** Aliases of a declaration, which stand in one text with `|` between them, by language. */
export const aliasNames = (aliases: LocalizedText): FieldName[] =>
  Object.entries(aliases).flatMap(([language, text]) =>
    text
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '')
      .map((alias) => ({ text: alias, language })),
  );

/** Part of a header that a name has to be so that the header is like it. */
const MIN_LIKENESS = 0.4;
/** Letters of a name that may stand within a longer header. */
const MIN_LETTERS = 4;

/**
 * The field that a header is called like: surely where it is one of its names, with a language or without, or each in
 * two languages ("დასახელება / Title"); else the one whose name is most of it. Null where there is none, or two.
 */
export function matchHeader<Field extends NamedField>(
  header: string,
  fields: readonly Field[],
  languages: readonly string[],
): HeaderMatch<Field> | null {
  const whole = sure(headerKey(header), fields);
  if (whole) return whole === 'several' ? null : { ...whole, language: null };
  const parsed = headerLanguage(header, languages);
  if (parsed) {
    const found = sure(parsed.words.join(''), fields);
    if (found) return found === 'several' ? null : { ...found, language: parsed.language };
  }
  return (
    bothNames(header, fields) ?? like(parsed?.words ?? headerWords(header), fields, parsed?.language ?? null)
  );
}

type Found<Field extends NamedField> = Omit<HeaderMatch<Field>, 'language'>;

function sure<Field extends NamedField>(
  key: string,
  fields: readonly Field[],
): Found<Field> | 'several' | null {
  if (key === '') return null;
  const found = fields.flatMap((field): Found<Field>[] => {
    const rank = field.names.findIndex(({ text }) => headerKey(text) === key);
    if (rank < 0) return [];
    const same = field.names.filter(({ text }) => headerKey(text) === key);
    const nameLanguages = same.flatMap(({ language }) => language ?? []);
    return [{ field, isSure: true, nameLanguages, rank }];
  });
  if (found.length > 1) return 'several';
  return found[0] ?? null;
}

/** A header in two languages. */
function bothNames<Field extends NamedField>(
  header: string,
  fields: readonly Field[],
): HeaderMatch<Field> | null {
  const parts = header.split(/[/|\n]/);
  if (parts.length < 2) return null;
  const found = parts.map((part) => sure(headerKey(part), fields));
  const [first] = found;
  if (!first || first === 'several') return null;
  const isOne = found.every((one) => one !== null && one !== 'several' && one.field === first.field);
  return isOne ? { ...first, nameLanguages: [], language: null } : null;
}

function like<Field extends NamedField>(
  words: readonly string[],
  fields: readonly Field[],
  language: string | null,
): HeaderMatch<Field> | null {
  const length = words.join('').length;
  let best: { match: HeaderMatch<Field>; likeness: number } | null = null;
  let isTied = false;
  for (const field of fields) {
    for (const [rank, name] of field.names.entries()) {
      const nameWords = headerWords(name.text);
      const letters = nameWords.join('').length;
      if (letters < MIN_LETTERS || !nameWords.every((word) => words.includes(word))) continue;
      const likeness = letters / length;
      if (likeness < MIN_LIKENESS || (best && likeness < best.likeness)) continue;
      if (best && likeness === best.likeness) {
        isTied ||= best.match.field !== field;
        continue;
      }
      isTied = false;
      const nameLanguages = name.language === null ? [] : [name.language];
      best = { likeness, match: { field, isSure: false, language, nameLanguages, rank } };
    }
  }
  return isTied ? null : (best?.match ?? null);
}
