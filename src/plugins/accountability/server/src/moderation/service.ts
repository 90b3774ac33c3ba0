import type { Core } from '@strapi/strapi';
import { eraseAuthor, type Erasure } from './erase-author';
import { applyRetention } from './retention';
import { readComments } from './read-comments';
import { reportComment, reportsOf, settleReports, type ReportRequest } from './report-comment';
import { submitComment, type Submission } from './submit-comment';
import { sendNotices } from './notices/send-notices';
import type { CommentsQuery } from './read-query';

/** Interface for other code: `strapi.plugin('accountability').service('moderation')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `submitComment`. */
  submit: (submission: Submission) => submitComment(strapi, submission),
  /** See `readComments`. */
  read: (subjectId: string, query: CommentsQuery, language: string) =>
    readComments(strapi, subjectId, query, language),
  /** See `reportComment`. */
  report: (request: ReportRequest) => reportComment(strapi, request),
  /** See `reportsOf`. */
  reports: (commentId: string) => reportsOf(strapi, commentId),
  /** See `settleReports`. */
  settleReports: (commentId: string) => settleReports(strapi, commentId),
  /** See `sendNotices`. */
  notify: (now?: Date) => sendNotices(strapi, now),
  /** See `eraseAuthor`. */
  eraseAuthor: (erasure: Erasure) => eraseAuthor(strapi, erasure),
  /** See `applyRetention`. */
  forget: (now?: Date) => applyRetention(strapi, now),
});
