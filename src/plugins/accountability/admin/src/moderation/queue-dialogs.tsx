import { MoveDialog } from '../workflow/move-dialog';
import { BulkComments } from './bulk-bar';
import { asMove, stateOf } from './decisions';
import { EraseDialog } from './erase-dialog';
import type { Asking } from './use-decisions';
import type { QueueComment, QueueSetup } from '../../../shared/moderation-contract';

/** A pending bulk move. */
export interface Bulk {
  readonly comments: readonly QueueComment[];
  readonly transition: string;
}

interface Props {
  readonly setup: QueueSetup;
  readonly asking: Asking | null;
  readonly erasing: QueueComment | null;
  readonly bulk: Bulk | null;
  onAnswered(hasChanged: boolean): void;
  onErased(erased: boolean): void;
  onBulkDone(): void;
}

/** The open dialog, if any: a reason, an author to erase, a bulk move. */
export function QueueDialogs({ setup, asking, erasing, bulk, ...on }: Props) {
  if (asking) {
    const { comment, move } = asking;
    const { documentId, state, version } = comment;
    return (
      <MoveDialog
        contentType={setup.contentType}
        documentId={documentId}
        workflow={{ workflow: setup.workflow, state: stateOf(setup, state), version }}
        move={asMove(setup, move, state)}
        onClose={on.onAnswered}
      />
    );
  }
  if (erasing) return <EraseDialog comment={erasing} onClose={on.onErased} />;
  if (bulk) return <BulkComments setup={setup} {...bulk} onClose={on.onBulkDone} />;
  return null;
}
