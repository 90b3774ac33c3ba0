import { normalWord } from '../../../../shared/normal-word';
import { shownList } from '../shown-list';
import { failed, known, shown } from './reading';
import type { ValueReading } from './result';
import words from './truth-words.json';

const TRUE: ReadonlySet<string> = new Set(['1', ...Object.values(words).flatMap(({ yes }) => yes)]);
const FALSE: ReadonlySet<string> = new Set(['0', ...Object.values(words).flatMap(({ no }) => no)]);

/** Yes or no, in any language whose words are declared, as true and false, 1 and 0; null for an empty cell. */
export function readBoolean(value: string | number | boolean): ValueReading<boolean> {
  if (typeof value === 'boolean') return known(value);
  const word = normalWord(String(value));
  if (word === '') return { value: null, problems: [] };
  if (TRUE.has(word)) return known(true);
  return FALSE.has(word) ? known(false) : failed('boolean-not-understood', { value: shown(value) });
}

export interface VocabularySettings {
  /** Whether `Complete` is `complete`; true where nothing is said. */
  readonly caseInsensitive?: boolean;
  /** By code what else it is called, in whatever languages. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The code of a word; null for an empty cell.
 * @param table by word of the source the code
 */
export function readVocabulary(
  value: string,
  table: Readonly<Record<string, string>>,
  { caseInsensitive = true, labels = {} }: VocabularySettings = {},
): ValueReading<string> {
  const form = (text: string): string => (caseInsensitive ? normalWord(text) : text.trim());
  const wanted = form(value);
  if (wanted === '') return { value: null, problems: [] };
  const entries = [
    ...Object.entries(table),
    ...Object.entries(labels).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
    ...[...Object.values(table), ...Object.keys(labels)].map((code) => [code, code] as const),
  ];
  const code = entries.find(([word]) => form(word) === wanted)?.[1];
  if (code !== undefined) return known(code);
  const names = [...new Set(entries.map(([word]) => word))];
  return failed('value-unknown', { value: shown(value), known: shownList(names) });
}

const MAX_ADDRESS_LENGTH = 2000;

/** A whole address of the web, as it is written; null for an empty cell. */
export function readWebAddress(value: string): ValueReading<string> {
  const address = value.trim();
  if (address === '') return { value: null, problems: [] };
  const isWhole = address.length <= MAX_ADDRESS_LENGTH && /^https?:\/\/[^\s<>"]*$/i.test(address);
  return isWhole && URL.canParse(address)
    ? known(address)
    : failed('web-address-not-understood', { value: shown(value) });
}
