import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { SelectionsAnswer, SelectionType } from './contract';

let known: Promise<SelectionsAnswer> | undefined;

/** As what lists can be exported, asked for once per page load; null until it is there, and where it is none. */
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
        // Asked again with the next list: without an answer there is no button.
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
