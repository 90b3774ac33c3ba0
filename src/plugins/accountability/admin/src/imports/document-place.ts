/** Where the panel edits a document. */
export const documentPlace = (contentType: string, documentId: string): string =>
  `/content-manager/collection-types/${contentType}/${documentId}`;
