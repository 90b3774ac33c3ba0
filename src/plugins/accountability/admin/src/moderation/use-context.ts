import { useEffect, useState } from 'react';
import { refusalOf, type Refusal } from '../workflow/contract';
import { useQueueGet } from './use-queue-get';
import type { CommentContext, QueueComment } from '../../../shared/moderation-contract';

interface Answer {
  readonly context: CommentContext | null;
  readonly problem: Refusal | null;
}

/** Debounce: moving past a comment with the keys sends no request. */
const PAUSE_MS = 150;

/** The context of a comment; reloaded whenever the comment is. */
export function useCommentContext(comment: QueueComment): Answer {
  const get = useQueueGet();
  const [answer, setAnswer] = useState<Answer>({ context: null, problem: null });
  useEffect(() => {
    let gone = false;
    const ask = () => {
      get<CommentContext>(`comments/${comment.documentId}`).then(
        (context) => !gone && setAnswer({ context, problem: null }),
        (error: unknown) => !gone && setAnswer({ context: null, problem: refusalOf(error) }),
      );
    };
    const timer = setTimeout(ask, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [get, comment]);
  return answer;
}
