/** A parent document. */
export interface Parent {
  readonly documentId: string;
  readonly title: string;
}

/** The parents of a document by one of its fields, as in the response. */
export interface ParentLink {
  readonly relation: string;
  readonly parentType: string;
  /** Field that is the title of such parents. */
  readonly mainField: string;
  readonly parents: readonly Parent[];
  readonly mayMove: boolean;
}

/** Message of an error response, in the panel's language where available. */
export function refusalText(error: unknown, language: string): string {
  const answer = (
    error as {
      response?: {
        data?: { error?: { message?: string; details?: { messages?: Readonly<Record<string, string>> } } };
      };
    }
  ).response?.data?.error;
  return answer?.details?.messages?.[language] ?? answer?.message ?? String((error as Error).message);
}
