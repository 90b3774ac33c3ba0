import type { Knex } from 'knex';
import type { SearchKind } from '../declaration';
import type { IndexStore } from '../store/index-store';
import { documentsFrom, PER_DOCUMENT, TABLES } from '../store/tables';
import type { IndexedDocument } from './affected-documents';
import type { Entry } from './entry';

/** SQLite limits the number of bound values per statement. */
const AT_ONCE = 200;

/** A document as it is to be in the index; without entries it is removed. */
export interface MadeDocument extends IndexedDocument {
  readonly entries: readonly Entry[];
}

interface DocumentRow {
  readonly id: number | string;
  readonly subject_id: string;
}

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += AT_ONCE) yield list.slice(start, start + AT_ONCE);
}

/** Removes documents of the index. */
export async function removeDocuments(
  trx: Knex.Transaction,
  store: IndexStore,
  ids: readonly number[],
): Promise<void> {
  for (const some of chunks(ids)) {
    await removeEntries(trx, store, some);
    await trx(TABLES.documents).whereIn('id', some).delete();
  }
}

async function removeEntries(
  trx: Knex.Transaction,
  store: IndexStore,
  documents: readonly number[],
): Promise<void> {
  const slots = documents.flatMap((id) =>
    Array.from({ length: PER_DOCUMENT }, (_, slot) => id * PER_DOCUMENT + slot),
  );
  for (const some of chunks(slots)) {
    const ids: (number | string)[] = await trx(TABLES.entries).whereIn('id', some).pluck('id');
    await store.remove(trx, ids.map(Number));
    if (ids.length > 0) await trx(TABLES.entries).whereIn('id', ids).delete();
  }
  await trx(TABLES.sources).whereIn('document_id', documents).delete();
}

/** Replaces documents in the index by what they are now. */
export async function replaceDocuments(
  trx: Knex.Transaction,
  store: IndexStore,
  kinds: readonly SearchKind[],
  made: readonly MadeDocument[],
  turn: number,
): Promise<void> {
  for (const [kind, { name }] of kinds.entries()) {
    const ofKind = made.filter((one) => one.kind === kind);
    for (const some of chunks(ofKind)) await replaceSome(trx, store, kind, name, some, turn);
  }
}

async function replaceSome(
  trx: Knex.Transaction,
  store: IndexStore,
  kind: number,
  name: string,
  made: readonly MadeDocument[],
  turn: number,
): Promise<void> {
  const known = new Map<string, number>();
  const rows: DocumentRow[] = await trx(TABLES.documents)
    .where({ kind: name })
    .whereIn(
      'subject_id',
      made.map(({ subjectId }) => subjectId),
    )
    .select('id', 'subject_id');
  for (const { id, subject_id: subjectId } of rows) known.set(subjectId, Number(id));
  await removeEntries(trx, store, [...known.values()]);

  const gone = made.filter(({ entries }) => entries.length === 0);
  const goneIds = gone.flatMap(({ subjectId }) => known.get(subjectId) ?? []);
  if (goneIds.length > 0) await trx(TABLES.documents).whereIn('id', goneIds).delete();

  const kept = made.filter(({ entries }) => entries.length > 0);
  if (kept.length === 0) return;
  const staying = kept.flatMap(({ subjectId }) => known.get(subjectId) ?? []);
  if (staying.length > 0) await trx(TABLES.documents).whereIn('id', staying).update({ turn });
  const fresh = kept.filter(({ subjectId }) => !known.has(subjectId));
  if (fresh.length > 0) {
    const row = (await trx(TABLES.documents).where({ kind: name }).max({ last: 'id' }).first()) as {
      last: number | string | null;
    };
    let next = row.last === null ? documentsFrom(kind) : Number(row.last) + 1;
    const added = fresh.map(({ subjectId }) => {
      known.set(subjectId, next);
      return { id: next++, kind: name, subject_id: subjectId, turn };
    });
    await trx(TABLES.documents).insert(added);
  }

  const entries = kept.flatMap(({ subjectId, entries: all }) =>
    all
      .slice(0, PER_DOCUMENT)
      .map((entry, slot) => ({ id: (known.get(subjectId) as number) * PER_DOCUMENT + slot, entry })),
  );
  for (const some of chunks(entries)) {
    await trx(TABLES.entries).insert(
      some.map(({ id, entry }) => ({ id, locale: entry.locale, shown: JSON.stringify(entry.shown) })),
    );
    await store.add(
      trx,
      some.map(({ id, entry }) => ({ id, tokens: entry.tokens })),
    );
  }
  const sources = kept.flatMap(({ subjectId, entries: all }) =>
    [...new Set(all.flatMap((entry) => [...entry.sources]))].map((source) => ({
      document_id: known.get(subjectId),
      source_id: source,
    })),
  );
  for (const some of chunks(sources)) await trx(TABLES.sources).insert(some);
}
