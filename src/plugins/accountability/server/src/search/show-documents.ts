import type { Core } from '@strapi/strapi';
import { documentSnapshots } from '../change-log/public-rows';
import { textIn } from '../languages/localized-text';
import type { SearchKind, SearchPlace } from './declaration';
import type { SearchEngine } from './engine';
import type { Shown, ShownPlace } from './index/entry';
import { targetOf, visibleDocuments } from './index/read-documents';
import { foundTerms, hitsIn, markedText, snippetOf, type MarkedPart } from './query/marked-text';
import type { Term } from './query/parse-query';
import { documentOfEntry, kindOfEntry, TABLES } from './store/tables';

/** A document that was found, in the language it was found in. */
export interface FoundDocument {
  readonly kind: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: readonly MarkedPart[];
  /** Path of its page. */
  readonly page: string | null;
  /** The attribute that matches most of the search terms; null where the title does. */
  readonly field: string | null;
  readonly snippet: readonly MarkedPart[];
  /** The document at which it was found; null for the found document itself. */
  readonly place: {
    readonly name: string;
    readonly documentId: string;
    /** In the reader's language: "Chapter 2.1". */
    readonly label: string;
    readonly code: string | null;
  } | null;
}

interface EntryRow {
  readonly id: number;
  readonly locale: string | null;
  readonly shown: Shown;
  readonly subjectId: string;
}

async function readEntries(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, EntryRow>> {
  const knex = strapi.db.connection;
  const entries: { id: number | string; locale: string | null; shown: string }[] = await knex(TABLES.entries)
    .whereIn('id', ids)
    .select('id', 'locale', 'shown');
  const documents: { id: number | string; subject_id: string }[] = await knex(TABLES.documents)
    .whereIn('id', [...new Set(ids.map(documentOfEntry))])
    .select('id', 'subject_id');
  const subjects = new Map(documents.map(({ id, subject_id: subjectId }) => [Number(id), subjectId]));
  return new Map(
    entries.flatMap(({ id, locale, shown }) => {
      const subjectId = subjects.get(documentOfEntry(Number(id)));
      if (subjectId === undefined) return [];
      return [
        [Number(id), { id: Number(id), locale, shown: JSON.parse(shown) as Shown, subjectId }] as const,
      ];
    }),
  );
}

/** Documents to show. */
export interface Page {
  /** Documents in their order. */
  readonly ids: readonly number[];
  readonly entryIds: readonly number[];
  readonly terms: readonly Term[];
  readonly locale: string;
}

/** What is shown of documents, in the reader's language where they were found in it; of public ones only. */
export async function shownDocuments(
  strapi: Core.Strapi,
  { config, analyser }: SearchEngine,
  { ids, entryIds, terms, locale }: Page,
): Promise<FoundDocument[]> {
  if (ids.length === 0) return [];
  const entries = await readEntries(strapi, entryIds);
  const chosen = ids.flatMap((id) => {
    const own = entryIds
      .filter((entry) => documentOfEntry(entry) === id)
      .flatMap((entry) => entries.get(entry) ?? []);
    return own.find((entry) => entry.locale === locale) ?? own[0] ?? [];
  });
  const visible = new Set<string>();
  for (const [place, kind] of config.kinds.entries()) {
    const subjects = chosen.filter(({ id }) => kindOfEntry(id) === place).map(({ subjectId }) => subjectId);
    for (const id of await visibleDocuments(strapi, kind, subjects)) visible.add(`${place} ${id}`);
  }
  const shown = chosen.filter(({ id, subjectId }) => visible.has(`${kindOfEntry(id)} ${subjectId}`));
  const isPublic = await publicPlaces(strapi, config.kinds, shown);
  return shown.map((entry) => {
    const kind = config.kinds[kindOfEntry(entry.id)] as SearchKind;
    const tokens = (text: string) => analyser.tokensOf(text, entry.locale);
    const titleHits = entry.shown.title === null ? [] : hitsIn(tokens(entry.shown.title), terms);
    const best = bestText(entry.shown.places.filter(isPublic), kind, tokens, terms);
    const place = best && best.place.place !== null ? best.place : null;
    return {
      kind: kind.name,
      documentId: entry.subjectId,
      locale: entry.locale,
      title: entry.shown.title === null ? [] : markedText(entry.shown.title, titleHits),
      page: entry.shown.page,
      field: best?.field ?? null,
      snippet: best ? snippetOf(best.text, best.hits) : [],
      place: place && {
        name: place.place as string,
        documentId: place.documentId,
        label: [textIn(labelOf(kind.places, place.place as string), locale), place.code]
          .filter(Boolean)
          .join(' '),
        code: place.code,
      },
    };
  });
}

const labelOf = (places: readonly SearchPlace[] = [], name: string): SearchPlace['label'] => {
  for (const place of places) {
    if (place.name === name) return place.label;
    const inner = labelOf(place.places, name);
    if (Object.keys(inner).length > 0) return inner;
  }
  return {};
};

/** Finds which places of entries are public now: the index may be behind. */
async function publicPlaces(
  strapi: Core.Strapi,
  kinds: readonly SearchKind[],
  entries: readonly EntryRow[],
): Promise<(place: ShownPlace) => boolean> {
  const byType = new Map<string, Set<string>>();
  for (const { id, shown } of entries) {
    const kind = kinds[kindOfEntry(id)] as SearchKind;
    for (const { place, documentId } of shown.places) {
      if (place === null) continue;
      const type = typeOfPlace(strapi, kind.contentType, kind.places, place);
      byType.set(type, (byType.get(type) ?? new Set()).add(documentId));
    }
  }
  const shown = new Set<string>();
  for (const [type, documentIds] of byType) {
    for (const [id, { rowIds }] of await documentSnapshots(strapi, type, [...documentIds])) {
      if (rowIds.length > 0) shown.add(id);
    }
  }
  return ({ place, documentId }) => place === null || shown.has(documentId);
}

function typeOfPlace(
  strapi: Core.Strapi,
  contentType: string,
  places: readonly SearchPlace[] = [],
  name: string,
): string {
  for (const place of places) {
    const target = targetOf(strapi, contentType, place.relation);
    if (place.name === name) return target;
    const inner = typeOfPlace(strapi, target, place.places, name);
    if (inner !== '') return inner;
  }
  return '';
}

interface BestText {
  readonly place: ShownPlace;
  readonly field: string;
  readonly text: string;
  readonly hits: ReturnType<typeof hitsIn>;
}

/** The text with the most of the terms in it; of several the first one. The title is shown anyway. */
function bestText(
  places: readonly ShownPlace[],
  kind: SearchKind,
  tokens: (text: string) => ReturnType<SearchEngine['analyser']['tokensOf']>,
  terms: readonly Term[],
): BestText | null {
  let best: BestText | null = null;
  let most = 0;
  let first: BestText | null = null;
  for (const place of places) {
    for (const [field, text] of place.texts) {
      if (place.place === null && field === kind.title) continue;
      first ??= { place, field, text, hits: [] };
      if (most === terms.length) continue;
      const hits = hitsIn(tokens(text), terms);
      const count = foundTerms(hits);
      if (count > most) {
        best = { place, field, text, hits };
        most = count;
      }
    }
    // A code is no text of its own.
    const [own] = place.texts;
    if (most < 1 && place.code !== null && own && hitsIn(tokens(place.code), terms).length > 0) {
      best = { place, field: own[0], text: own[1], hits: [] };
      most = 1;
    }
  }
  return best ?? (first?.place.place === null ? first : null);
}
