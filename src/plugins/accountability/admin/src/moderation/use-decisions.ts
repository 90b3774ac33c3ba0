import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { refusalOf } from '../workflow/contract';
import { stateOf, type Made } from './decisions';
import { useQueueWords } from './use-queue-words';
import type { QueueComment, QueueMove, QueueSetup } from '../../../shared/moderation-contract';

/** A move that requires a reason first. */
export interface Asking {
  readonly comment: QueueComment;
  readonly move: QueueMove;
}

interface Queue {
  change(documentId: string, changes: Partial<QueueComment>): void;
  readOne(documentId: string): Promise<QueueComment | null>;
}

/**
 * Makes decisions on comments. After a conflict the user is notified and sees the present state.
 * @param onDecided called after each successful one, with the new state
 */
export function useDecisions(
  setup: QueueSetup,
  queue: Queue,
  onDecided: (comment: QueueComment, state: string) => void,
) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { t, label, messageText } = useQueueWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [last, setLast] = useState<Made<QueueComment> | null>(null);

  const notify = (type: 'success' | 'warning', message: string) => toggleNotification({ type, message });
  const failed = async (documentId: string, error: unknown) => {
    const refusal = refusalOf(error);
    notify('warning', messageText(refusal));
    if (refusal.status === 409 || refusal.status === 404) await queue.readOne(documentId);
  };

  /** Makes a move, or opens the dialog for its reason. */
  const decide = async (comment: QueueComment, move: QueueMove): Promise<void> => {
    if (move.reason) return setAsking({ comment, move });
    const { documentId, version } = comment;
    try {
      const { data } = await post<{ data: { to: string; version: number } }>('/accountability/transitions', {
        contentType: setup.contentType,
        documentId,
        workflow: setup.workflow,
        transition: move.transition,
        version,
      });
      const decided = { state: data.data.to, version: data.data.version };
      queue.change(documentId, decided);
      setLast({ comment: { ...comment, ...decided }, from: comment.state });
      notify(
        'success',
        t('decided', { name: comment.authorName, state: label(stateOf(setup, decided.state).labels) }),
      );
      onDecided(comment, decided.state);
    } catch (error) {
      await failed(documentId, error);
    }
  };

  /**
   * The dialog for the reason has closed.
   * @param hasChanged whether the comment's state has changed, by whomever
   */
  const answered = async (hasChanged: boolean): Promise<void> => {
    setAsking(null);
    if (!asking || !hasChanged) return;
    const { comment, move } = asking;
    try {
      const now = await queue.readOne(comment.documentId);
      if (now?.state !== move.to || now.version !== comment.version + 1) return;
      setLast({ comment: now, from: comment.state });
      onDecided(comment, now.state);
    } catch (error) {
      await failed(comment.documentId, error);
    }
  };

  return { asking, last, decide, answered, failed };
}
