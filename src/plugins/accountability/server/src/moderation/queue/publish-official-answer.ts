import type { Core } from '@strapi/strapi';
import { publishedRows } from '../../change-log/public-rows';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import { makeMove } from '../../workflow/moves';
import { openDataConfig } from '../../datasets/settings';
import { feedsConfig } from '../../feeds/settings';
import { textIn } from '../../languages/localized-text';
import { uidOf } from '../../workflow/registry';
import { titleOf } from '../../workflow/titles';
import { PARENT } from '../attributes';
import { asModeration } from '../authorship/engine-write';
import { fieldsRefused, Refusal } from '../refusal';
import { agencySettings, comments, commentsWorkflow } from '../registry';
import { publishedSubject } from '../commented-document';
import { commentRow } from './context';
import { approvalOf } from './moves';
import type { Actor } from '../../workflow/actor';
import type { WrittenAnswer } from './answer-form';

/**
 * Publishes an official answer to an approved comment, in the name of an agency or of the site's publisher, and
 * approves it at once by a move of its author, who is thereby in its history. Threads have one level: an answer to
 * an answer belongs to its thread.
 * @returns the answer's documentId
 * @throws Refusal 400 for an agency that is not published, 404 for a missing comment or subject, 409 where the
 * thread is not public; WorkflowError 403 without the permission to approve. Nothing is stored then
 */
export function answerOfficially(
  strapi: Core.Strapi,
  commentId: string,
  answer: WrittenAnswer,
  actor: Actor,
): Promise<string> {
  const { contentType, subject, workflow } = comments(strapi);
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    const answered = await publicComment(strapi, trx, commentId);
    const parent = answered.parentId ? await publicComment(strapi, trx, answered.parentId) : answered;
    const { documentId, locale } = await publishedSubject(strapi, parent.subjectId ?? '', answer.language);
    const author = await inWhoseName(strapi, answer);
    const data = {
      [subject.relation]: { documentId, ...(locale && { locale }) },
      [PARENT]: parent.documentId,
      ...author.link,
      authorName: author.name,
      body: answer.body,
      language: answer.language,
      official: true,
      wantsNotice: false,
    };
    const created = await asModeration(() => strapi.documents(uidOf(contentType)).create({ data } as never));
    await makeMove(
      strapi,
      {
        contentType,
        documentId: created.documentId,
        workflow: workflow.name,
        transition: approvalOf(commentsWorkflow(strapi), workflow.approved)?.name ?? '',
      },
      actor,
    );
    return created.documentId;
  });
}

/** @throws Refusal 404, and 409 where it is not public */
async function publicComment(strapi: Core.Strapi, trx: Knex.Transaction, documentId: string) {
  const row = await commentRow(strapi, documentId, trx);
  if (row.state !== comments(strapi).workflow.approved) {
    throw new Refusal({ status: 409, code: 'ANSWER_NEEDS_APPROVAL' });
  }
  return row;
}

/**
 * The name an answer is published under, and the link to its agency, if any.
 * @throws Refusal 400 for an agency that is not published
 */
async function inWhoseName(strapi: Core.Strapi, { agency: documentId, language }: WrittenAnswer) {
  const agency = agencySettings(strapi);
  if (!agency) return { link: {}, name: publisherName(strapi, language) };
  const uid = uidOf(agency.contentType);
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'locale', agency.name],
    where: {
      documentId,
      ...publishedRows(strapi, uid),
    },
    orderBy: { id: 'asc' },
  });
  const row = rows.find(({ locale }) => locale === language) ?? rows[0];
  if (!row) throw fieldsRefused([{ path: ['agency'], code: 'AGENCY_UNKNOWN' }]);
  const locale = row.locale as string | null;
  return {
    link: { [agency.relation]: { documentId, ...(locale && { locale }) } },
    name: titleOf(row[agency.name]) ?? '',
  };
}

/** Publisher of the site: by the settings of open data, else by those of the feeds. */
function publisherName(strapi: Core.Strapi, language: string): string {
  const { publisher, title = {} } = openDataConfig(strapi).openData;
  return (
    textIn(publisher?.name ?? {}, language) ||
    textIn(feedsConfig(strapi).publisher, language) ||
    textIn(title, language)
  );
}
