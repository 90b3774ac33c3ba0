import { plainTitle } from 'strapi-plugin-accountability/server';
import type { AskApi } from '../api/ask-api';
import type { Language, Texts } from '../languages';

/** The public representation of a status change: without persons. */
export interface StatusChange {
  readonly at: string;
  /** Date stated by the source; null for a change made here. */
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
  readonly workflow: string;
  readonly from: { readonly code: string } | null;
  readonly to: { readonly code: string };
  readonly reason: string | null;
  /** The commitment itself, or one of its milestones. */
  readonly subject: { readonly collection: string; readonly documentId: string };
}

export interface Comment {
  readonly documentId: string;
  readonly authorName: string;
  readonly body: string;
  readonly locale: string | null;
  readonly official: boolean;
  readonly agency: { readonly name: string | null } | null;
  readonly createdAt: string;
  readonly replies?: readonly Comment[];
  readonly repliesCount?: number;
}

/** Reasons for a report. */
export interface ReportReason {
  readonly code: string;
  readonly labels: Texts;
}

export interface Comments {
  readonly shown: readonly Comment[];
  readonly total: number;
  /** For the form of a report. */
  readonly reasons: readonly ReportReason[];
}

/** Number of comments on the page; the API has all of them. */
const SHOWN = 100;

/** Reads the changes of a commitment's status and of its milestones', latest first. */
export async function readHistory(ask: AskApi, id: string, language: Language): Promise<StatusChange[]> {
  const answer = await ask(
    `/api/commitments/${encodeURIComponent(id)}/status-history?locale=${language}&include=milestones`,
  );
  // Editorial reviews are not part of the public page.
  return (answer as { data: StatusChange[] }).data
    .filter(({ workflow }) => workflow === 'implementation')
    .map((change) => ({ ...change, reason: change.reason && plainTitle(change.reason) }));
}

/** Reads the approved comments on a commitment, newest first. */
export async function readComments(ask: AskApi, id: string): Promise<Comments> {
  const answer = (await ask(
    `/api/commitments/${encodeURIComponent(id)}/comments?pagination[pageSize]=${SHOWN}`,
  )) as { data: Comment[]; meta: { pagination: { total: number } } };
  const reasons = (await ask('/api/comments/report-reasons')) as { data: ReportReason[] };
  return { shown: answer.data, total: answer.meta.pagination.total, reasons: reasons.data };
}
