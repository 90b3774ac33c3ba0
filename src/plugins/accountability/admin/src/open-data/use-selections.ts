import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { SelectionsAnswer, SelectionType } from './contract';

let known: Promise<SelectionsAnswer> | undefined;

/** How lists can be exported, loaded once per page load; null until loaded, and for lists that cannot. */
export function useSelectionType(
  contentType: string | undefined,
): { readonly path: string; readonly type: SelectionType } | null {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<SelectionsAnswer | null>(null);
  useEffect(() => {
    let gone = false;
    known ??= get<{ data: SelectionsAnswer }>('/accountability/open-data/selections').then(
      ({ data }) => data.data,
    );
    known.then(
      (selections) => !gone && setAnswer(selections),
      () => {
        // Loaded again with the next list: without a response there is no button.
        known = undefined;
      },
    );
    return () => {
      gone = true;
    };
  }, [get]);
  const type = answer?.types.find((candidate) => candidate.contentType === contentType);
  return answer && type ? { path: answer.path, type } : null;
}
