import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { appendChanges, type Change } from './append';
import { documentsLinkedTo } from './linked-documents';
import { publicTypes } from './public-types';
import { isPublicRow, type PublicityRow } from './public-rows';

export interface MovedDocument {
  readonly contentType: string;
  readonly documentId: string;
  /** Its rows as they were before the move. */
  readonly rows: readonly (PublicityRow & { readonly id: number })[];
  /** What the move writes to each of them. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Whether the public knows the workflow; of another one it sees no more than that the record was touched. */
  readonly isPublicWorkflow: boolean;
  readonly at: Date;
}

/**
 * Appends a move to the change log, if the public can see the document before or after: a move may be what makes it
 * public, as the approval of a comment does. Under the caller's content lock.
 */
export async function recordMove(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { contentType, documentId, rows, written, isPublicWorkflow, at }: MovedDocument,
): Promise<void> {
  if (!publicTypes(strapi).has(contentType)) return;
  const was = rows.some((row) => isPublicRow(strapi, contentType, row));
  const is = rows.some((row) => isPublicRow(strapi, contentType, { ...row, ...written }));
  if (!was && !is) return;
  const kind = !was ? 'created' : !is ? 'unpublished' : isPublicWorkflow ? 'transition' : 'updated';
  const changes: Change[] = [{ subjectType: contentType, subjectId: documentId, kind, at }];
  if (was !== is) {
    // Others that lead to it have gained or lost it, as answers do a comment.
    const ids = rows.map(({ id }) => id);
    const linked = await documentsLinkedTo(strapi, trx, contentType, ids);
    changes.push(...[...linked.values()].map((subject) => ({ ...subject, kind: 'updated' as const, at })));
  }
  await appendChanges(strapi, trx, changes);
}
