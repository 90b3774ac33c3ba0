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
 * What is worth a look in a document.
 * @param documentId none for a document that has not been saved yet
 * @param read the document as the form has it: asked again whenever it is read anew
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
