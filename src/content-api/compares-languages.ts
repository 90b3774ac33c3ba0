/** The relation of a document's row to those of its other languages, drafts among them. */
const OTHER_LANGUAGES = 'localizations';
const COMPARING = ['filters', 'sort'];

const steps = (text: string): string[] => text.split(/[.:,]/).map((step) => step.trim());

/** Whether the relation is named in a value, as a key or as a part of a path. */
function names(value: unknown): boolean {
  if (typeof value === 'string') return steps(value).includes(OTHER_LANGUAGES);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => steps(key).includes(OTHER_LANGUAGES) || names(inner));
}

/**
 * Whether a query of the content API filters or sorts by other localizations, at any depth. Strapi reads drafts
 * then too: the result or its order would reveal their content.
 */
export function comparesLanguages(query: unknown): boolean {
  if (typeof query !== 'object' || query === null) return false;
  return Object.entries(query).some(([key, value]) =>
    COMPARING.includes(key) ? names(value) : comparesLanguages(value),
  );
}
