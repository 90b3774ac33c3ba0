/** Version of the data an answer is made from. */
export interface Revision {
  /** Highest sequence number of the change log among the content types read; 0 without any. */
  readonly sequence: number;
  /** When that change happened, or when the site's day began, for values that depend on the date. */
  readonly modified: Date;
  /** The site's day (YYYY-MM-DD) for values that depend on the date; else null. */
  readonly day: string | null;
}

/** What a revision depends on: the content types whose latest change counts, and whether the site's day counts. */
export interface RevisionBasis {
  readonly types: readonly string[];
  readonly today: { readonly day: string; readonly start: Date } | null;
}

/** The revision for a change and, where it counts, the day. Pure. */
export const withDay = (
  { sequence, modified }: Pick<Revision, 'sequence' | 'modified'>,
  today: RevisionBasis['today'],
): Revision => ({
  sequence,
  modified: today && today.start > modified ? today.start : modified,
  day: today && today.day,
});
