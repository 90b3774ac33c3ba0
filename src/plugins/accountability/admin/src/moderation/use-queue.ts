import { useCallback, useEffect, useRef, useState } from 'react';
import { refusalOf, type Refusal } from '../workflow/contract';
import { useQueueGet } from './use-queue-get';
import type { CommentContext, QueueComment, QueuePage } from '../../../shared/moderation-contract';

interface Listed {
  readonly comments: readonly QueueComment[];
  readonly next: string | null;
  readonly problem: Refusal | null;
  readonly busy: boolean;
}

/**
 * The filtered comments, page after page. A decided comment keeps its position, in its new state, until the list is
 * reloaded.
 */
export function useQueue(parameters: string) {
  const get = useQueueGet();
  const [listed, setListed] = useState<Listed>({ comments: [], next: null, problem: null, busy: true });
  /** Number of the current load: a response to an earlier one is ignored. */
  const reading = useRef(0);

  const read = useCallback(
    async (after: string | null) => {
      const mine = (reading.current += 1);
      setListed((before) => ({ ...before, problem: null, busy: true }));
      try {
        const query = new URLSearchParams(parameters);
        if (after !== null) query.set('after', after);
        const page = await get<QueuePage>(`comments?${query.toString()}`);
        if (mine !== reading.current) return;
        setListed((before) => ({
          comments: after === null ? page.comments : [...before.comments, ...page.comments],
          next: page.next,
          problem: null,
          busy: false,
        }));
      } catch (error) {
        if (mine !== reading.current) return;
        setListed((before) => ({ ...before, problem: refusalOf(error), busy: false }));
      }
    },
    [get, parameters],
  );
  useEffect(() => void read(null), [read]);

  const change = useCallback((documentId: string, changes: Partial<QueueComment>) => {
    setListed((before) => ({
      ...before,
      comments: before.comments.map((comment) =>
        comment.documentId === documentId ? { ...comment, ...changes } : comment,
      ),
    }));
  }, []);

  /** Reloads one comment; a deleted one is removed from the list. */
  const readOne = useCallback(
    async (documentId: string): Promise<QueueComment | null> => {
      try {
        const { comment } = await get<CommentContext>(`comments/${documentId}`);
        change(documentId, comment);
        return comment;
      } catch (error) {
        if (refusalOf(error).status !== 404) throw error;
        setListed((before) => ({
          ...before,
          comments: before.comments.filter((comment) => comment.documentId !== documentId),
        }));
        return null;
      }
    },
    [get, change],
  );

  return {
    ...listed,
    more: () => void read(listed.next),
    reload: useCallback(() => void read(null), [read]),
    change,
    readOne,
  };
}
