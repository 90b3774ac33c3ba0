import type { CommitmentDetails } from '../../content/commitment-details';
import type { Comments, StatusChange } from '../../content/conversation';
import type { Logos } from '../../content/logos';
import type { Commitment } from '../../content/records';

/** Content of a commitment's page. */
export interface CommitmentContent {
  readonly commitment: Commitment;
  readonly details: CommitmentDetails;
  readonly logos: Logos;
  readonly history: readonly StatusChange[];
  readonly comments: Comments;
  /** The commitment as open linked data. */
  readonly linkedData: unknown;
  /** Whether comments are enabled. */
  readonly areCommentsOpen: boolean;
}
