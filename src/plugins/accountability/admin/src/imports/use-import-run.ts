import { useCallback, useEffect, useRef, useState } from 'react';
import { refusalOf, type Refusal } from '../workflow/contract';
import type { ImportView } from './contract';
import type { ImportsApi, ImportStart } from './use-imports-api';

const ASKED_EVERY_MS = 700;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => window.setTimeout(resolve, milliseconds));

export interface ImportRun {
  /** The import as last seen; null before one has been started. */
  readonly job: ImportView | null;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
}

const NONE: ImportRun = { job: null, refusal: null, busy: false };

/** Starts an import and follows it to its end. A later one, `clear` and unmounting end the watch, not the import. */
export function useImportRun(api: ImportsApi, onEnd: () => void) {
  const [run, setRun] = useState<ImportRun>(NONE);
  const watched = useRef(0);
  useEffect(
    () => () => {
      watched.current = -1;
    },
    [],
  );

  const start = useCallback(
    async (body: ImportStart): Promise<void> => {
      const own = (watched.current += 1);
      const show = (next: ImportRun): void => {
        if (watched.current === own) setRun(next);
      };
      setRun({ ...NONE, busy: true });
      try {
        let job = await api.start(body);
        while (job.status === 'running' && watched.current === own) {
          show({ job, refusal: null, busy: true });
          await wait(ASKED_EVERY_MS);
          job = await api.find(job.id);
        }
        show({ job, refusal: null, busy: false });
      } catch (error) {
        show({ job: null, refusal: refusalOf(error), busy: false });
      }
      onEnd();
    },
    [api, onEnd],
  );

  const clear = useCallback(() => {
    watched.current += 1;
    setRun(NONE);
  }, []);
  return { ...run, start, clear };
}
