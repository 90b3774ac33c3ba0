import { useCallback, useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { refusalOf, type Refusal } from './workflow/contract';

/** Response of the plugin's API. */
export interface Answer<Data> {
  /** Null until loaded. */
  readonly data: Data | null;
  readonly problem: Refusal | null;
  readonly busy: boolean;
}

/**
 * Loads from the plugin's API.
 * @param name path below the plugin's own
 * @param atOnce false to load only when `ask` is called
 * @returns the response, and `ask`, which reloads and keeps the former response meanwhile
 */
export function useAnswer<Data>(
  name: string,
  { atOnce = true }: { atOnce?: boolean } = {},
): Answer<Data> & { ask(): void } {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Answer<Data>>({ data: null, problem: null, busy: atOnce });
  const [round, setRound] = useState(atOnce ? 1 : 0);
  useEffect(() => {
    if (round === 0) return;
    let gone = false;
    setAnswer(({ data }) => ({ data, problem: null, busy: true }));
    get<{ data: Data }>(`/accountability/${name}`).then(
      ({ data }) => !gone && setAnswer({ data: data.data, problem: null, busy: false }),
      (error: unknown) => !gone && setAnswer({ data: null, problem: refusalOf(error), busy: false }),
    );
    return () => {
      gone = true;
    };
  }, [get, name, round]);
  const ask = useCallback(() => setRound((before) => before + 1), []);
  return { ...answer, ask };
}
