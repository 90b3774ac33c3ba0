import { lastUpdate, type Commitment } from './records';

/** Adds the displayed date of update to a commitment's linked data, beside the system's own time of the record. */
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
