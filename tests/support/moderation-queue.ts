import type {
  CommentContext,
  QueueComment,
  QueueCounts,
  QueuePage,
} from '../../src/plugins/accountability/shared/moderation-contract';
import { NO_LIMITS, sendComment, writtenComment } from './comments';
import { makeCommitment } from './milestones';
import { moderator, moderatorRole, type Moderator } from './moderators';
import { bootTracker, type Tracker } from './tracker';

/** An application with two commitments to comment on, and its queue as somebody sees it who may do all of it. */
export interface ModerationQueue {
  tracker: Tracker;
  /** "Discussed": what comments are sent to. */
  commitment: string;
  /** "Elsewhere": another one. */
  other: string;
  /** May do all that the queue offers, and nothing with any content type. */
  alone: Moderator;
  /** Sends a comment; its documentId. */
  send(data?: object, of?: string): Promise<string>;
  /** A page of the list. @param query of the address */
  page(query: string): Promise<QueuePage>;
  /** The texts of a page. */
  bodies(query: string): Promise<string[]>;
  /** What is counted. @param query of the address, with its question mark */
  counts(query?: string): Promise<QueueCounts>;
  /** A comment with what surrounds it. */
  context(documentId: string): Promise<CommentContext>;
  /** A comment as the queue has it now. */
  commentOf(documentId: string): Promise<QueueComment>;
}

/** Boots the application for tests of the moderation queue. */
export async function bootModerationQueue(): Promise<ModerationQueue> {
  const tracker = await bootTracker({ env: NO_LIMITS });
  const commitment = await makeCommitment(tracker, { title: 'Discussed' });
  const other = await makeCommitment(tracker, { title: 'Elsewhere' });
  const role = await moderatorRole(tracker, 'queue-alone', { actions: ['queue', 'answer', 'erase-author'] });
  const alone = await moderator(tracker, [role]);
  const queue: ModerationQueue = {
    tracker,
    commitment,
    other,
    alone,
    send: async (data = {}, of = commitment) =>
      (await sendComment(tracker, of, { ...writtenComment(), ...data })).body.data!.documentId,
    page: async (query) => (await alone.get<QueuePage>(`comments?${query}`)).body.data,
    bodies: async (query) => (await queue.page(query)).comments.map(({ body }) => body),
    counts: async (query = '') => (await alone.get<QueueCounts>(`counts${query}`)).body.data,
    context: async (documentId) => (await alone.get<CommentContext>(`comments/${documentId}`)).body.data,
    commentOf: async (documentId) => (await queue.context(documentId)).comment,
  };
  return queue;
}
