import { useCallback, useEffect, useState } from 'react';
import { parametersOf, ALL, type Filters } from './filters';
import { useQueueGet } from './use-queue-get';
import type { QueueCounts } from '../../../shared/moderation-contract';

/**
 * The counts among the comments that filters and search leave.
 * @param all counts of every comment: where nothing is narrowed, these; each time they change, it is asked again
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
      // The former ones would be those of something else.
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
