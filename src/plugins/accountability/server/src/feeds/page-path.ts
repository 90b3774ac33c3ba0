import type { FeedDocument } from './config';

/** What a page's path is filled in with: an attribute of the document, or of one a relation leads to. */
export interface PageValue {
  readonly relation: string | null;
  readonly attribute: string;
  /** As the path has it: `slug`, `book.slug`. */
  readonly name: string;
  /** What a row has the value under; a column's name has no dot. */
  readonly key: string;
}

const keyOf = (name: string): string => name.replace('.', '__');

const PLACEHOLDER = /\{([\w.]+)\}/g;

/** What the paths of a document's pages are made of, beside its id; each once. */
export function pageValues({ page = {} }: Pick<FeedDocument, 'page'>): PageValue[] {
  const names = Object.values(page).flatMap((path) =>
    [...path.matchAll(PLACEHOLDER)].map(([, name]) => name),
  );
  return [...new Set(names as string[])]
    .filter((name) => name !== 'documentId')
    .map((name) => {
      const [first = '', second] = name.split('.');
      return second === undefined
        ? { relation: null, attribute: first, name, key: first }
        : { relation: first, attribute: second, name, key: keyOf(name) };
    });
}

/** The path with its places filled in from a row; null where one has no value: such a page is not there. */
export function pagePath(path: string, values: Readonly<Record<string, unknown>>): string | null {
  let isWhole = true;
  const filled = path.replace(PLACEHOLDER, (_place, name: string) => {
    const value = values[keyOf(name)];
    if (value === null || value === undefined || value === '') isWhole = false;
    return encodeURIComponent(String(value));
  });
  return isWhole ? filled : null;
}
