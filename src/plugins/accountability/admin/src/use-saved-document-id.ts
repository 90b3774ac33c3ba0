import { useMatch } from 'react-router-dom';

/** Route of the form of an unsaved clone: its document in the content manager is the original. */
const COPY = '/content-manager/:collectionType/:slug/clone/:origin';

/** The document of a form; undefined before it is saved for the first time, as a clone too. */
export function useSavedDocumentId(documentId: string | undefined): string | undefined {
  const isCopy = useMatch(COPY) !== null;
  return isCopy ? undefined : documentId;
}
