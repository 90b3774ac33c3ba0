import type { Issue } from '../issue';
import { isWholeNumber, shown } from './scalars';

export interface Written {
  /** The document a request writes; undefined for a new one. */
  readonly documentId: string | undefined;
  /** Whether it is a clone: Strapi removes the ids of the original. */
  readonly isCopy: boolean;
  readonly locales: readonly string[];
}

const idIsGiven = (name: 'id' | 'documentId', value: unknown): Issue => ({
  path: [name],
  code: 'id-is-given',
  values: { value: shown(value) },
});

/**
 * Attempts of a request to set the identity of its document. Strapi's panel writes a submitted `documentId` and
 * `id`: they would move a row to another document, or take the id of a future one. Pure.
 */
export function identityIssues(
  data: Readonly<Record<string, unknown>>,
  { documentId, isCopy, locales }: Written,
): Issue[] {
  const issues: Issue[] = [];
  const isNew = documentId === undefined;
  const { id = null, locale = null } = data;
  if (!isCopy && id !== null && (isNew || !isWholeNumber(id))) issues.push(idIsGiven('id', id));
  const named = Object.hasOwn(data, 'documentId') ? data.documentId : undefined;
  // Forms of new documents have an empty one.
  const isEmpty = named === undefined || (isNew && (named === null || named === ''));
  if (!isCopy && !isEmpty && named !== documentId) issues.push(idIsGiven('documentId', named));
  if (locale !== null && !locales.includes(locale as string)) {
    const values = { value: shown(locale), known: locales };
    issues.push({ path: ['locale'], code: 'not-one-of', values });
  }
  return issues;
}
