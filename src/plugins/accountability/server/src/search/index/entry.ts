import type { Analyser } from '../analysis/analyser';
import { isCode } from '../analysis/words';
import { WEIGHTS, type SearchKind, type SearchPlace, type Weight } from '../declaration';
import { pagePath, pageValues } from '../../feeds/page-path';
import { plainTitle } from '../../markup/plain-title';
import type { EntryTokens } from '../store/vector';
import type { ContentRow } from './read-documents';

/** A text, and the attribute it is of. */
export type ShownText = readonly [attribute: string, text: string];

/** Where a text is. */
export interface ShownPlace {
  /** Name of the place; null for the document itself. */
  readonly place: string | null;
  readonly documentId: string;
  readonly code: string | null;
  readonly texts: readonly ShownText[];
}

/** What is shown of a document in one language. */
export interface Shown {
  readonly title: string | null;
  readonly page: string | null;
  readonly places: readonly ShownPlace[];
}

/** A document in one language, as it goes into the index. */
export interface Entry {
  readonly locale: string | null;
  readonly shown: Shown;
  readonly tokens: EntryTokens;
  /** Words and stems that are no codes. */
  readonly words: ReadonlySet<string>;
  /** Documents whose changes change the entry. */
  readonly sources: ReadonlySet<string>;
}

/** Tokens of one entry; the rest of a longer one is not indexed. */
const MAX_TOKENS = 50_000;
/** Words of which there are more beginnings and mistakes than help anybody. */
const MIN_WORD_LENGTH = 3;
const MAX_WORD_LENGTH = 32;

const MARKDOWN_LINK = /!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}\)/g;
/** Escapes, and ends of lines that are kept. */
const MARKDOWN_ESCAPES = /\\(?=[\s!-/:-@[-`{-~]|$)/g;
const MARKDOWN_MARKS = /[*`#>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** A text without HTML and Markdown, in one line. */
const plain = (text: string): string =>
  plainTitle(text.replace(MARKDOWN_LINK, '$1').replace(MARKDOWN_ESCAPES, ''))
    .replace(MARKDOWN_MARKS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** The texts at a path of a row: of a component that repeats, several. */
function textsAt(row: Readonly<Record<string, unknown>>, path: string): string[] {
  const [name = '', inner] = path.split('.');
  const value = row[name];
  const values =
    inner === undefined
      ? [value]
      : (Array.isArray(value) ? value : [value]).map(
          (one) => (one as Record<string, unknown> | null)?.[inner],
        );
  return values.flatMap((one) => {
    const text = typeof one === 'string' ? plain(one) : '';
    return text === '' ? [] : [text];
  });
}

/** A document in one language as it goes into the index. Pure. */
export function entryOf(kind: SearchKind, row: ContentRow, analyser: Analyser): Entry {
  const locale = row.locale ?? null;
  const tokens: Record<Weight, string[][]> = { code: [], title: [], text: [], related: [] };
  const words = new Set<string>();
  const sources = new Set([row.documentId]);
  let left = MAX_TOKENS;

  const add = (text: string, weight: Weight): void => {
    const found = analyser.tokensOf(text, locale).slice(0, left);
    left -= found.length;
    tokens[weight].push(found.map(({ token }) => token));
    for (const { word, token } of found) {
      if (isCode(word)) continue;
      // The stem too: the form with a typing error need not be one that is in a text.
      for (const one of [word, token]) {
        if (one.length >= MIN_WORD_LENGTH && one.length <= MAX_WORD_LENGTH) words.add(one);
      }
    }
  };

  const own: ShownText[] = [];
  // What counts most comes first: it is indexed even where there is too much.
  for (const weight of WEIGHTS) {
    for (const text of kind.texts.filter((one) => one.weight === weight)) {
      for (const value of textsAt(row, text.path)) {
        own.push([text.path, value]);
        add(value, weight);
      }
    }
  }

  const places: ShownPlace[] = [{ place: null, documentId: row.documentId, code: null, texts: own }];
  const visit = (parent: ContentRow, inner: readonly SearchPlace[] = []): void => {
    for (const place of inner) {
      const related = parent[place.relation];
      const rows = (Array.isArray(related) ? related : related ? [related] : []) as ContentRow[];
      for (const one of rows) {
        const code = place.code === undefined ? null : (textsAt(one, place.code)[0] ?? null);
        const texts = place.texts.flatMap((path) =>
          textsAt(one, path).map((text): ShownText => [path, text]),
        );
        sources.add(one.documentId);
        places.push({ place: place.name, documentId: one.documentId, code, texts });
        if (code !== null) add(code, 'related');
        for (const [, text] of texts) add(text, 'related');
        visit(one, place.places);
      }
    }
  };
  visit(row, kind.places);
  for (const relation of [kind.visibleWith, kind.visibleUnder]) {
    const above = relation === undefined ? null : (row[relation] as ContentRow | null);
    if (above) sources.add(above.documentId);
  }

  const title = kind.title === undefined ? null : (textsAt(row, kind.title)[0] ?? null);
  return { locale, shown: { title, page: pageOf(kind, row), places }, tokens, words, sources };
}

/** The path of the page in the language of the row, else in the first one. */
function pageOf(kind: SearchKind, row: ContentRow): string | null {
  const { page = {} } = kind;
  const path = page[row.locale ?? ''] ?? Object.values(page)[0];
  if (path === undefined) return null;
  const related = pageValues({ page: { path } }).map(({ relation, attribute, key }) => [
    key,
    relation === null ? row[attribute] : (row[relation] as Record<string, unknown> | null)?.[attribute],
  ]);
  return pagePath(path, { documentId: row.documentId, ...(Object.fromEntries(related) as object) });
}
