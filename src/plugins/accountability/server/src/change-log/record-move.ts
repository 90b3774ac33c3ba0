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
  /** The values the move writes to each of them. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Whether the workflow is public; a move of another one is logged as an update. */
  readonly isPublicWorkflow: boolean;
  readonly at: Date;
}

/**
 * Appends a move to the change log if the document is public before or after it: a move may publish it, as the
 * approval of a comment does. Requires the content lock.
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
    // Other documents that include it have gained or lost it, as answers do a comment.
    const ids = rows.map(({ id }) => id);
    const linked = await documentsLinkedTo(strapi, trx, contentType, ids);
    changes.push(...[...linked.values()].map((subject) => ({ ...subject, kind: 'updated' as const, at })));
  }
  await appendChanges(strapi, trx, changes);
}
