import type { Core } from '@strapi/strapi';

const COMMITMENT = 'api::commitment.commitment';
export const MILESTONE = 'api::milestone.milestone';

/** A version of a document that has a code. */
export interface CodedRow {
  readonly documentId: string;
  readonly code: string;
  readonly title: string | null;
}

interface Parent {
  readonly documentId: string;
}

/** A document with what its code has to be unique in. */
export interface CodedEntry {
  readonly documentId?: string;
  readonly code?: string | null;
  readonly actionPlan?: Parent | null;
  readonly commitment?: (Parent & { readonly actionPlan?: Parent | null }) | null;
}

/** Coded versions, in every language, drafts and published ones. */
export const codedRows = (
  strapi: Core.Strapi,
  uid: typeof COMMITMENT | typeof MILESTONE,
  where: object,
): Promise<CodedRow[]> =>
  strapi.db.query(uid).findMany({ select: ['documentId', 'code', 'title'], where }) as Promise<CodedRow[]>;

/** The coded versions of a commitment's milestones. By the commitment's rows: SQLite would read all milestones. */
export async function codedMilestonesOf(strapi: Core.Strapi, documentId?: string): Promise<CodedRow[]> {
  const rows = (await strapi.db.query(COMMITMENT).findMany({
    select: ['id'],
    where: { documentId },
    populate: { milestones: { select: ['documentId', 'code', 'title'] } },
  })) as { milestones: (Omit<CodedRow, 'code'> & { code: string | null })[] }[];
  return rows
    .flatMap(({ milestones }) => milestones)
    .filter((milestone): milestone is CodedRow => milestone.code !== null);
}

/** Other commitments of the action plan that have the code; none without a code or a plan. */
export async function commitmentsSharingCode(
  strapi: Core.Strapi,
  { documentId, code, actionPlan }: CodedEntry,
): Promise<CodedRow[]> {
  if (!code || !actionPlan) return [];
  return codedRows(strapi, COMMITMENT, {
    code,
    documentId: { $ne: documentId },
    actionPlan: { documentId: actionPlan.documentId },
  });
}

/** Other milestones of the action plan (or, without one, of the commitment) that have the code. */
export async function milestonesSharingCode(
  strapi: Core.Strapi,
  { documentId, code, commitment }: CodedEntry,
): Promise<CodedRow[]> {
  if (!code || !commitment) return [];
  const { actionPlan } = commitment;
  const scope = actionPlan
    ? { actionPlan: { documentId: actionPlan.documentId } }
    : { documentId: commitment.documentId };
  return codedRows(strapi, MILESTONE, { code, documentId: { $ne: documentId }, commitment: scope });
}
