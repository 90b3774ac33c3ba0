import { useCallback, useEffect, useState } from 'react';
import { parametersOf, ALL, type Filters } from './filters';
import { useQueueGet } from './use-queue-get';
import type { QueueCounts } from '../../../shared/moderation-contract';

/**
 * The counts of the filtered comments.
 * @param all counts of all comments, returned without filters; each change of them triggers a request
 */
export function useNarrowedCounts(filters: Filters, all: QueueCounts | null) {
  const get = useQueueGet();
  const parameters = parametersOf({ ...filters, state: ALL, reported: '', order: '' }, ALL);
  const [narrowed, setNarrowed] = useState<{ parameters: string; counts: QueueCounts } | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (parameters === '') return;
    let gone = false;
    get<QueueCounts>(`counts?${parameters}`).then(
      (counts) => !gone && setNarrowed({ parameters, counts }),
      // The former counts belong to other filters.
      () => !gone && setNarrowed(null),
    );
    return () => {
      gone = true;
    };
  }, [get, parameters, all, times]);
  return {
    counts: parameters === '' ? all : narrowed?.parameters === parameters ? narrowed.counts : null,
    refresh: useCallback(() => setTimes((before) => before + 1), []),
  };
}
