import type { Core } from '@strapi/strapi';
import { plainTitle } from '../markup/plain-title';
import { stateView, type StateView } from '../workflow/history';
import { uidOf, workflowConfig } from '../workflow/registry';
import { feedWorkflows, readPublicMoves } from './status-changes';

/** A change of status as data. No person is named. */
export interface LatestChange {
  readonly subject: { readonly collection: string; readonly documentId: string };
  readonly workflow: string;
  /** Null for a state that was recorded without a previous one. */
  readonly from: StateView | null;
  readonly to: StateView;
  /** When it was recorded. */
  readonly at: string;
  /** ISO day stated by a source, at its precision; null for a change made here. */
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
  readonly reason: string | null;
}

/**
 * The latest changes of status of public documents by date, newest first.
 * @param subject id of the document they concern; null for all
 */
export async function readLatestChanges(
  strapi: Core.Strapi,
  limit: number,
  subject: string | null,
): Promise<LatestChange[]> {
  const { languages } = workflowConfig(strapi);
  const workflows = feedWorkflows(strapi);
  const moves = await readPublicMoves(strapi, subject, undefined, limit);
  return moves.flatMap((move) => {
    const workflow = workflows.find(
      ({ contentType, name }) => contentType === move.subject_type && name === move.workflow,
    );
    if (!workflow) return [];
    return [
      {
        subject: {
          collection: strapi.contentType(uidOf(move.subject_type)).info.pluralName,
          documentId: move.subject_id,
        },
        workflow: move.workflow,
        from: move.from_state === null ? null : stateView(workflow, move.from_state, languages),
        to: stateView(workflow, move.to_state, languages),
        at: new Date(move.at).toISOString(),
        asOf: move.as_of,
        asOfPrecision: move.as_of_precision,
        reason: move.reason === null ? null : plainTitle(move.reason),
      },
    ];
  });
}
