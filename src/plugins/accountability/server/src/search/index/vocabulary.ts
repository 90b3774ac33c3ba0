import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { maxEditDistance, isWithin } from '../analysis/edit-distance';
import { TABLES } from '../store/tables';

const AT_ONCE = 20_000;
/** SQLite limits the number of bound values per statement. */
const INSERTED_AT_ONCE = 200;
/** Words that are kept in memory: some 30 MB. */
const MAX_WORDS = 400_000;
/** New words that are searched one by one before they are sorted in. */
const MAX_RECENT = 2_000;

/**
 * Every word of the texts, for beginnings of words and typing errors. They are read from the database once and then
 * followed. It may have words that are in no public text any more: they only help to ask, and find nothing.
 */
export class Vocabulary {
  private sorted: string[] = [];
  private masks = new Int32Array(0);
  private recent = new Set<string>();
  private last = 0;
  private loading: Promise<void> | null = null;

  constructor(private readonly strapi: Core.Strapi) {}

  /** Reads what has been added since. */
  refresh(): Promise<void> {
    this.loading ??= this.load().finally(() => (this.loading = null));
    return this.loading;
  }

  /** Has the words read again, as after the tables were recreated. */
  forget(): void {
    this.sorted = [];
    this.masks = new Int32Array(0);
    this.recent = new Set();
    this.last = 0;
  }

  private async load(): Promise<void> {
    for (;;) {
      const rows = (await this.strapi.db
        .connection(TABLES.words)
        .where('id', '>', this.last)
        .orderBy('id')
        .limit(AT_ONCE)
        .select('id', 'word')) as { id: number | string; word: string }[];
      for (const { id, word } of rows) {
        this.last = Math.max(this.last, Number(id));
        if (this.sorted.length + this.recent.size < MAX_WORDS) this.recent.add(word);
      }
      if (rows.length < AT_ONCE) break;
    }
    if (this.recent.size > MAX_RECENT) {
      this.sorted = [...new Set([...this.sorted, ...this.recent])].sort();
      this.masks = Int32Array.from(this.sorted, lettersOf);
      this.recent = new Set();
    }
  }

  has(word: string): boolean {
    return this.recent.has(word) || this.sorted[this.placeOf(word)] === word;
  }

  /** Adds the words that are not there yet to the database; the memory follows with the next `refresh`. */
  async add(trx: Knex.Transaction, words: Iterable<string>): Promise<void> {
    const missing = [...words].filter((word) => !this.has(word)).sort();
    for (let start = 0; start < missing.length; start += INSERTED_AT_ONCE) {
      const some = missing.slice(start, start + INSERTED_AT_ONCE).map((word) => ({ word }));
      await trx(TABLES.words).insert(some).onConflict('word').ignore();
    }
  }

  /** Words with this beginning, the shortest first. */
  beginningWith(prefix: string, most: number): string[] {
    const found = [...this.recent].filter((word) => word.startsWith(prefix));
    for (let at = this.placeOf(prefix); this.sorted[at]?.startsWith(prefix); at += 1) {
      found.push(this.sorted[at] as string);
    }
    return found.sort((one, other) => one.length - other.length || (one < other ? -1 : 1)).slice(0, most);
  }

  /** Words that this may be with a typing error; those with the fewest errors only. */
  similarTo(word: string, most: number): string[] {
    for (let errors = 1; errors <= maxEditDistance(word); errors += 1) {
      const found = this.within(word, errors);
      if (found.length > 0) return found.slice(0, most);
    }
    return [];
  }

  private within(word: string, errors: number): string[] {
    const mask = lettersOf(word);
    const isCandidate = (other: string, letters: number) =>
      bitsIn(letters ^ mask) <= 2 * errors && other !== word && isWithin(word, other, errors);
    const found = this.sorted.filter((other, index) => isCandidate(other, this.masks[index] as number));
    for (const other of this.recent) if (isCandidate(other, lettersOf(other))) found.push(other);
    return found;
  }

  /** Place of the first word that is not before this one. */
  private placeOf(word: string): number {
    let [from, to] = [0, this.sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.sorted[middle] as string) < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** A bit per letter, as far as there are bits: one error changes two of them at most. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}
