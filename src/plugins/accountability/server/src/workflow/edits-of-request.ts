import type { Core } from '@strapi/strapi';

/** Documents whose approval a request has withdrawn by changing them, by the request's context. */
const edits = new WeakMap<object, Set<string>>();

/** Records that the running request has withdrawn the approval of a document. */
export function noteEdit(strapi: Core.Strapi, documentId: string): void {
  const request = strapi.requestContext.get();
  if (!request) return;
  const documents = edits.get(request) ?? new Set();
  edits.set(request, documents.add(documentId));
}

/**
 * Whether the running request itself has withdrawn the approval of a document: the panel's form saves and publishes
 * in one request, which then causes the state it is refused for.
 */
export function isEditedByRequest(strapi: Core.Strapi, documentId: string | undefined): boolean {
  const request = strapi.requestContext.get();
  return Boolean(request && documentId && edits.get(request)?.has(documentId));
}
