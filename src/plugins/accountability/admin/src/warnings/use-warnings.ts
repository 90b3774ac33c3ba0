import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { refusalOf, type Refusal, type Words } from '../workflow/contract';

export interface Warning {
  readonly code: string;
  readonly path: readonly string[];
  readonly messages: Words;
}

export interface DocumentWarnings {
  readonly warnings: readonly Warning[];
  readonly problem: Refusal | null;
}

const NONE: DocumentWarnings = { warnings: [], problem: null };

/**
 * Warnings of a document.
 * @param documentId undefined for an unsaved document
 * @param read the document as the form has loaded it: warnings are reloaded whenever it is
 */
export function useWarnings(
  contentType: string,
  documentId: string | undefined,
  read: unknown,
): DocumentWarnings {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState(NONE);
  useEffect(() => {
    if (!documentId) {
      setAnswer(NONE);
      return;
    }
    let gone = false;
    get<{ data: { warnings: readonly Warning[] } }>(
      `/accountability/documents/${contentType}/${documentId}/warnings`,
    ).then(
      ({ data }) => !gone && setAnswer({ warnings: data.data.warnings, problem: null }),
      (error: unknown) => !gone && setAnswer({ warnings: [], problem: refusalOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [get, contentType, documentId, read]);
  return answer;
}
