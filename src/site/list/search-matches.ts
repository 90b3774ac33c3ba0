import type { FoundDocument, FoundDocuments } from 'strapi-plugin-accountability/server';
import type { Commitment } from '../content/records';
import type { Language } from '../languages';

/** Searches the index for commitments; null where there is no index yet. */
export type FindCommitments = (text: string) => Promise<FoundDocuments | null>;

/** What the search index has for the words of a list. */
export interface SearchMatches {
  /** Ranks by id of the commitment, from 0 for the best. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Whether commitments with words that only resemble those of the search are among them. */
  readonly isApproximate: boolean;
  /** Whether the index has everything that the list has. */
  readonly isCurrent: boolean;
  /** Where the words are in some commitments, by id; empty where that cannot be read. */
  readonly placesIn: (
    commitments: readonly Commitment[],
    language: Language,
  ) => Promise<ReadonlyMap<string, FoundDocument>>;
}

/**
 * Looks the words of a list up in the search index.
 * @param lastChange the last change that the list has
 * @param onError is called with errors of the index: a list does without it
 * @returns null where the list has to search by itself
 */
export async function searchMatches(
  find: FindCommitments,
  text: string,
  { lastChange, onError }: { readonly lastChange: number; readonly onError: (error: unknown) => void },
): Promise<SearchMatches | null> {
  try {
    const found = await find(text);
    if (!found) return null;
    return {
      ranks: new Map(found.documentIds.map((id, rank) => [id, rank])),
      isApproximate: found.isApproximate,
      isCurrent: found.sequence >= lastChange,
      placesIn: (commitments, language) =>
        found
          .show(
            commitments.map(({ id }) => id),
            language,
          )
          .catch((error: unknown) => {
            onError(error);
            return new Map<string, FoundDocument>();
          }),
    };
  } catch (error) {
    onError(error);
    return null;
  }
}
