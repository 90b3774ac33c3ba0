import { useEffect, useRef, useState } from 'react';
import { adminApi, useFetchClient } from '@strapi/strapi/admin';
import { useDispatch } from 'react-redux';
import { requestFor, type Choice, type Seen } from './bulk-plan';
import { refusalOf, type DocumentWorkflow, type Refusal } from './contract';
import type { MoveInput } from './move-form';

/** Result of a document. */
export interface Outcome {
  readonly documentId: string;
  /** Null on success. */
  readonly refusal: Refusal | null;
}

/** Concurrent requests while states are loaded. */
const AT_ONCE = 5;

/**
 * Loads the states of some documents, and moves them one after the other. Unmounting stops it after the current
 * document.
 * @param known their states, if known already
 */
export function useBulkMoves(contentType: string, documentIds: readonly string[], known: Seen | null = null) {
  const { get, post } = useFetchClient();
  const dispatch = useDispatch();
  const [seen, setSeen] = useState<Seen | null>(known);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [busy, setBusy] = useState(false);
  const gone = useRef(false);
  // The list view passes a new array with each render.
  const ids = useRef(documentIds).current;
  const isKnown = useRef(known !== null).current;

  useEffect(() => {
    gone.current = false;
    const found = new Map<string, readonly DocumentWorkflow[]>();
    const look = async () => {
      for (let start = 0; start < ids.length && !gone.current; start += AT_ONCE) {
        await Promise.all(
          ids.slice(start, start + AT_ONCE).map(async (documentId) => {
            const { data } = await get<{ data: { workflows: readonly DocumentWorkflow[] } }>(
              `/accountability/documents/${contentType}/${documentId}/workflows`,
            );
            found.set(documentId, data.data.workflows);
          }),
        );
      }
    };
    if (!isKnown) {
      look().then(
        () => !gone.current && setSeen(found),
        (error: unknown) => !gone.current && setProblem(refusalOf(error)),
      );
    }
    return () => {
      gone.current = true;
    };
  }, [contentType, get, ids, isKnown]);

  const run = async (choice: Choice, input: MoveInput): Promise<void> => {
    if (!seen) return;
    setBusy(true);
    const results: Outcome[] = [];
    for (const documentId of ids) {
      if (gone.current) break;
      const request = requestFor(contentType, documentId, seen, choice, input);
      const refusal = await post('/accountability/transitions', request).then(() => null, refusalOf);
      results.push({ documentId, refusal });
      setOutcomes([...results]);
    }
    setBusy(false);
    dispatch(adminApi.util.invalidateTags(['Document' as never]));
  };

  return { seen, problem, outcomes, busy, run };
}
