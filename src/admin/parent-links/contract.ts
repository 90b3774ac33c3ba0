/** A document that another belongs to. */
export interface Parent {
  readonly documentId: string;
  readonly title: string;
}

/** What a document belongs to by one of its fields, as the server answers. */
export interface ParentLink {
  readonly relation: string;
  readonly parentType: string;
  /** Field by which such parents are called. */
  readonly mainField: string;
  readonly parents: readonly Parent[];
  readonly mayMove: boolean;
}

/** What the server says of a refused request, in the language asked for where it says it in several. */
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
