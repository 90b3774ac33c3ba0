import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { DeclaredWorkflow } from './contract';

let known: Promise<readonly DeclaredWorkflow[]> | undefined;

/** The declared workflows, loaded once per page load; empty until loaded. */
export function useDeclaredWorkflows(): readonly DeclaredWorkflow[] {
  const { get } = useFetchClient();
  const [workflows, setWorkflows] = useState<readonly DeclaredWorkflow[]>([]);
  useEffect(() => {
    let gone = false;
    known ??= get<{ data: readonly DeclaredWorkflow[] }>('/accountability/workflows').then(
      ({ data }) => data.data,
    );
    known.then(
      (declared) => !gone && setWorkflows(declared),
      () => {
        // Loaded again with the next page: without them the panel shows plain values.
        known = undefined;
      },
    );
    return () => {
      gone = true;
    };
  }, [get]);
  return workflows;
}
