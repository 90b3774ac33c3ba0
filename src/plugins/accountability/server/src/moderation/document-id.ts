/** What an id of a document may look like. PostgreSQL refuses some other texts (NUL) as a fault, not as unknown. */
export const DOCUMENT_ID = /^[a-z0-9]{1,40}$/i;
