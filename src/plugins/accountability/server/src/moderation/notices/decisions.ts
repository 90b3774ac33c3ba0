import type { Core } from '@strapi/strapi';
import { siteDay } from '../../dates/site-day';
import { isFree } from '../../mail/claims';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';
import { commentTable, comments } from '../registry';
import { NOTICE } from './content-types';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A decision that is reversed within this time is not sent. */
const UNDO_WINDOW_MS = 60 * 1000;
/** Older decisions are not sent any more. */
const OLDEST_DAYS = 30;
/** Per query; the next run continues. */
const AT_ONCE = 100;

/** A decision on a comment, as far as its mail needs it. */
export interface Decision {
  readonly commentId: string;
  readonly state: string;
  readonly address: string;
  readonly language: string | null;
  readonly subjectId: string;
  /** The day the comment was written. */
  readonly day: string;
}

/**
 * Comments whose author is to be notified and has not been: approved or rejected by their last move. Those claimed
 * or waiting for a retry are not included.
 */
export async function commentsToNotify(strapi: Core.Strapi, now: Date): Promise<string[]> {
  const { contentType, workflow, notices } = comments(strapi);
  const { table, column, state } = commentTable(strapi);
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const rows: { id: string; claimedAt: Date | null; notBefore: Date | null }[] = await strapi.db.connection
    .from({ h: tableOf(STATUS_CHANGE) })
    .join({ s: tableOf(STATE) }, (on) =>
      on
        .on('s.subject_type', 'h.subject_type')
        .andOn('s.subject_id', 'h.subject_id')
        .andOn('s.workflow', 'h.workflow')
        .andOn('s.version', 'h.version'),
    )
    .join({ c: table }, `c.${column('documentId')}`, 'h.subject_id')
    .leftJoin({ n: tableOf(NOTICE) }, (on) =>
      on.on('n.recipient', 'h.subject_id').andOnVal('n.kind', 'decision'),
    )
    .where({
      'h.subject_type': contentType,
      'h.workflow': workflow.name,
      [`c.${column('wantsNotice')}`]: true,
    })
    .whereBetween('h.at', [
      new Date(now.getTime() - OLDEST_DAYS * DAY_MS),
      new Date(now.getTime() - UNDO_WINDOW_MS),
    ])
    .whereNotNull(`c.${column('authorEmail')}`)
    .whereIn(`c.${state}`, [workflow.approved, notices.rejected])
    .where((builder) => builder.whereNull('n.told').orWhereRaw('?? <> ??', ['n.told', `c.${state}`]))
    .orderBy('h.id')
    .select({ id: 'h.subject_id', claimedAt: 'n.claimed_at', notBefore: 'n.not_before' });
  return rows
    .filter((row) => isFree(row, now))
    .slice(0, AT_ONCE)
    .map(({ id }) => id);
}

/** The pending notice of a comment; null where its author is not to be notified any more. */
export async function decisionOf(strapi: Core.Strapi, commentId: string): Promise<Decision | null> {
  const { workflow, notices } = comments(strapi);
  const { table, column, state } = commentTable(strapi);
  const row: Record<string, unknown> | undefined = await strapi.db
    .connection(table)
    .where({ [column('documentId')]: commentId, [column('wantsNotice')]: true })
    .whereNotNull(column('authorEmail'))
    .whereIn(state, [workflow.approved, notices.rejected])
    .first({
      state,
      address: column('authorEmail'),
      language: column('language'),
      subjectId: column('subjectId'),
      createdAt: column('createdAt'),
    });
  if (!row) return null;
  return {
    commentId,
    state: String(row.state),
    address: String(row.address),
    language: row.language as string | null,
    subjectId: String(row.subjectId ?? ''),
    day: siteDay(strapi, new Date(row.createdAt as string | number | Date)),
  };
}
