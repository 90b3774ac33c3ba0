import { useCallback, useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { refusalOf, type Refusal } from './workflow/contract';

/** What an address of the plugin answers. */
export interface Answer<Data> {
  /** Null until it is there. */
  readonly data: Data | null;
  readonly problem: Refusal | null;
  readonly busy: boolean;
}

/**
 * Asks an address of the plugin.
 * @param name the address below the plugin's own
 * @param atOnce false to ask only when `ask` is called
 * @returns the answer, and `ask`, which asks again and keeps the former answer meanwhile
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
