import type { DatasetDeclaration } from '../declaration';

const ADDRESS = /^[a-z0-9]+(?:[-/][a-z0-9]+)*\/\{([a-z0-9_]+)\}$/;

/** Name of the placeholder in an address below the content API, `books/{id}`; null for an invalid address. */
export const addressValue = (address: string): string | null => ADDRESS.exec(address)?.[1] ?? null;

/** Problems of a dataset's linked data that need no content type. */
export function linkedDataProblems({ key, columns, linkedData }: DatasetDeclaration): string[] {
  if (!linkedData) return [];
  const problems: string[] = [];
  if (addressValue(linkedData.id) !== key) {
    problems.push(`"linkedData.id" must be an address with the key, such as "books/{${key}}"`);
  }
  for (const [name, { address }] of Object.entries(linkedData.columns ?? {})) {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) {
      problems.push(`"linkedData.columns" names column "${name}", which it does not have; correct it`);
    } else if (
      address !== undefined &&
      (addressValue(address) !== name || column.type !== 'string' || column.localized)
    ) {
      problems.push(
        `"linkedData.columns.${name}.address" must be an address with ids of the column, such as "books/{${name}}"`,
      );
    }
  }
  return problems;
}
