import { useState } from 'react';
import type { QueueComment } from '../../../shared/moderation-contract';

/** The current comment, and the selected ones. */
export function usePlace(comments: readonly QueueComment[]) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly documentId: string } | null>(null);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const found = comments.findIndex(({ documentId }) => documentId === currentId);
  const index = found < 0 ? 0 : found;
  const current = comments[index] ?? null;

  const goTo = (documentId: string | undefined) => {
    if (documentId === undefined) return;
    setCurrentId(documentId);
    setWanted({ documentId });
  };
  return {
    current,
    /** Target of the focus: a new object each time it should move. */
    wanted,
    goTo,
    step: (by: 1 | -1) => goTo(comments[found < 0 ? index : index + by]?.documentId),
    /** The next comment in a state after another, else the first before it; without any it stays. */
    goOn(from: QueueComment, state: string) {
      const at = comments.findIndex(({ documentId }) => documentId === from.documentId);
      const others = [...comments.slice(at + 1), ...comments.slice(0, Math.max(at, 0))];
      goTo((others.find((comment) => comment.state === state) ?? from).documentId);
    },
    /** The user has moved the focus themselves. */
    reach: setCurrentId,
    chosen: comments.filter(({ documentId }) => chosenIds.has(documentId)),
    choose(documentId: string) {
      const next = new Set(chosenIds);
      if (!next.delete(documentId)) next.add(documentId);
      setChosenIds(next);
    },
    chooseAll: () => setChosenIds(new Set(comments.map(({ documentId }) => documentId))),
    chooseNone: () => setChosenIds(new Set()),
  };
}
