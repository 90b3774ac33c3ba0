import type { FeedDocument } from './config';

/** A placeholder of a page's path: an attribute of the document, or of a related one. */
export interface PageValue {
  readonly relation: string | null;
  readonly attribute: string;
  /** As in the path: `slug`, `book.slug`. */
  readonly name: string;
  /** Key of the value in a row; a column's name has no dot. */
  readonly key: string;
}

/** Key of a value in a row: of an attribute, or of `relation.attribute`. */
export const keyOf = (name: string): string => name.replace('.', '__');

const PLACEHOLDER = /\{([\w.]+)\}/g;

/** The placeholders of the pages' paths, besides the document's id; each once. */
export function pageValues({ page = {} }: Pick<FeedDocument, 'page'>): PageValue[] {
  const names = Object.values(page).flatMap((path) =>
    [...path.matchAll(PLACEHOLDER)].map(([, name]) => name),
  );
  return [...new Set(names as string[])].filter((name) => name !== 'documentId').map(valueNamed);
}

/** The value an attribute, or `relation.attribute`, refers to. */
export function valueNamed(name: string): PageValue {
  const [first = '', second] = name.split('.');
  return second === undefined
    ? { relation: null, attribute: first, name, key: first }
    : { relation: first, attribute: second, name, key: keyOf(name) };
}

/** The path with its placeholders filled from a row; null where one has no value: the page does not exist. */
export function pagePath(path: string, values: Readonly<Record<string, unknown>>): string | null {
  let isWhole = true;
  const filled = path.replace(PLACEHOLDER, (_place, name: string) => {
    const value = values[keyOf(name)];
    if (value === null || value === undefined || value === '') isWhole = false;
    return encodeURIComponent(String(value));
  });
  return isWhole ? filled : null;
}
