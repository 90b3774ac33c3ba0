import { lastUpdate, type Commitment } from './records';

/**
 * Adds to a commitment's linked data when it was brought up to date, as its page tells it. The system's own time of
 * the record stays beside it.
 */
export function withUpdate(linkedData: unknown, commitment: Commitment): unknown {
  const document = linkedData as { readonly '@graph'?: readonly Readonly<Record<string, unknown>>[] };
  return {
    ...document,
    '@graph': (document['@graph'] ?? []).map((node) =>
      node.id === commitment.id
        ? { ...node, 'https://schema.org/dateModified': lastUpdate(commitment) }
        : node,
    ),
  };
}
