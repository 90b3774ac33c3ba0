import { useMatch } from 'react-router-dom';

/** The form of a copy that is not saved: what the content manager calls its document there is the original. */
const COPY = '/content-manager/:collectionType/:slug/clone/:origin';

/** The document a form is of; none before it is saved for the first time, a copy included. */
export function useSavedDocumentId(documentId: string | undefined): string | undefined {
  const isCopy = useMatch(COPY) !== null;
  return isCopy ? undefined : documentId;
}
