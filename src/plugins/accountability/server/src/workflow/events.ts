import type { Core } from '@strapi/strapi';
import type { StoredMove } from './stored-move';

/** Name of the event and of the webhook. */
export const TRANSITION_EVENT = 'accountability.transition';

/**
 * Emits the event and the webhook of a committed move. Without names of persons, and with the reason only where the
 * workflow is public.
 */
export function announce(strapi: Core.Strapi, move: StoredMove): void {
  const { workflow, documentId, before, actor } = move;
  const emitted: unknown = strapi.eventHub.emit(TRANSITION_EVENT, {
    contentType: workflow.contentType,
    documentId,
    workflow: workflow.name,
    transition: move.transition,
    from: before.state,
    to: move.to,
    version: before.version + 1,
    at: move.at.toISOString(),
    actor: { kind: actor.kind, label: actor.label },
    ...(workflow.public !== false && { reason: move.reason }),
  });
  // A failing listener does not affect the move.
  Promise.resolve(emitted).catch((error: unknown) => strapi.log.error(error));
}
