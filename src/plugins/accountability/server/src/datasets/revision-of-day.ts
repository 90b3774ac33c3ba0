/** Which state of the data an answer shows. */
export interface Revision {
  /** Highest number of the change log among the content types that are read; 0 where nothing ever happened. */
  readonly sequence: number;
  /** When that change happened, or the site's day began, for what changes with the day. */
  readonly modified: Date;
  /** The site's day (YYYY-MM-DD) for what changes with it without being written to; else null. */
  readonly day: string | null;
}

/** What a revision is made of: whose latest change counts, and the site's day where something changes with it. */
export interface RevisionBasis {
  readonly types: readonly string[];
  readonly today: { readonly day: string; readonly start: Date } | null;
}

/** The revision of a change and of the day, where the day counts. Pure. */
export const withDay = (
  { sequence, modified }: Pick<Revision, 'sequence' | 'modified'>,
  today: RevisionBasis['today'],
): Revision => ({
  sequence,
  modified: today && today.start > modified ? today.start : modified,
  day: today && today.day,
});
