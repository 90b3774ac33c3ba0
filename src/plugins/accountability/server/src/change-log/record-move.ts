import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { appendChanges } from './append';
import { publicTypes } from './public-types';
import { isPublicRow } from './standing';

export interface MovedDocument {
  readonly contentType: string;
  readonly documentId: string;
  readonly rows: readonly { readonly publishedAt?: unknown }[];
  /** Whether the public knows the workflow; of another one it sees no more than that the record was touched. */
  readonly isPublicWorkflow: boolean;
  readonly at: Date;
}

/** Appends a move to the change log, if the public can see the document. Under the caller's content lock. */
export async function recordMove(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { contentType, documentId, rows, isPublicWorkflow, at }: MovedDocument,
): Promise<void> {
  if (!publicTypes(strapi).has(contentType)) return;
  if (!rows.some((row) => isPublicRow(strapi, contentType, row))) return;
  const kind = isPublicWorkflow ? 'transition' : 'updated';
  await appendChanges(strapi, trx, [{ subjectType: contentType, subjectId: documentId, kind, at }]);
}
