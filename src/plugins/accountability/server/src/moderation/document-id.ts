/** Format of a document id. Other texts (NUL) make PostgreSQL fail instead of finding nothing. */
export const DOCUMENT_ID = /^[a-z0-9]{1,40}$/i;
