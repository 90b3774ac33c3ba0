import type { CommitmentDetails } from '../../content/commitment-details';
import type { Comments, StatusChange } from '../../content/conversation';
import type { Logos } from '../../content/logos';
import type { Commitment } from '../../content/records';

/** All that the page of a commitment tells. */
export interface CommitmentContent {
  readonly commitment: Commitment;
  readonly details: CommitmentDetails;
  readonly logos: Logos;
  readonly history: readonly StatusChange[];
  readonly comments: Comments;
  /** The commitment as open data give it as linked data. */
  readonly linkedData: unknown;
  /** Whether the site takes comments at all. */
  readonly areCommentsOpen: boolean;
}
