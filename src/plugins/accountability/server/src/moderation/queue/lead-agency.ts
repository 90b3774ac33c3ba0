import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/public-rows';
import { uidOf } from '../../workflow/registry';
import { agencyNames } from '../agencies';
import { comments } from '../registry';
import { commentRow } from './context';
import type { QueueChoice } from '../../../../shared/moderation-contract';

/**
 * The likely agency of an answer to a comment: the only published one that leads its subject.
 * @param language of its name, where available
 * @returns null where several lead it, or none, or the application declares no such relation
 * @throws Refusal 404
 */
export async function leadAgencyOf(
  strapi: Core.Strapi,
  commentId: string,
  language: string,
): Promise<QueueChoice | null> {
  const { contentType, leads } = comments(strapi).subject;
  const { subjectId } = await commentRow(strapi, commentId);
  if (!leads || !subjectId) return null;
  const uid = uidOf(contentType);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['id'],
    where: { documentId: subjectId, ...publishedRows(strapi, uid) },
    populate: { [leads]: { select: ['documentId'] } },
  });
  const ids = rows.flatMap((row) =>
    (row[leads] as { documentId: string }[]).map(({ documentId }) => documentId),
  );
  const [agency, ...others] = await agencyNames(strapi, [...new Set(ids)], language);
  return agency && others.length === 0 ? { documentId: agency[0], title: agency[1] } : null;
}
