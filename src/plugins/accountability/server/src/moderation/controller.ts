import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { workflowConfig } from '../workflow/registry';
import { answering, languageOf } from './answering';
import { makeChallenge } from './challenge';
import { commentForm } from './comment-form';
import { DOCUMENT_ID } from './document-id';
import { answerUnsubscribe } from './notices/unsubscribe';
import { refuseIfBlocked } from './rates';
import { Refusal, type Word } from './refusal';
import { parseCommentsQuery } from './read-query';
import { comments, declaredComments } from './registry';
import { reportForm } from './report-form';
import { secretFor } from './secrets';
import { addressKeyOf } from './submit-comment';

/** Addresses of comments for the public. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { languages } = workflowConfig(strapi);
  const { honeypot = '', reportReasons = [] } = declaredComments(strapi) ?? {};
  const readComment = commentForm({ languages, honeypot });
  const readReport = reportForm({ reasons: reportReasons.map(({ code }) => code), honeypot });
  const moderation = () => strapi.plugin('accountability').service('moderation');
  const idOf = (ctx: Context, parameter: 'documentId' | 'commentId', code: Word): string => {
    const id = (ctx.params as Record<string, string>)[parameter] ?? '';
    if (!DOCUMENT_ID.test(id)) throw new Refusal({ status: 404, code });
    return id;
  };
  const subjectOf = (ctx: Context): string => idOf(ctx, 'documentId', 'UNKNOWN_SUBJECT');

  return {
    challenge: answering(strapi, async (ctx) => {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = await makeChallenge(
        secretFor(strapi, 'challenge'),
        comments(strapi).challenge,
        ctx.query.form,
      );
    }),

    submit: answering(strapi, async (ctx) => {
      refuseIfBlocked(strapi, 'address', addressKeyOf(strapi, ctx.ip));
      const asked = languages.find((code) => code === ctx.query.locale);
      const comment = readComment(ctx.request.body, asked ?? languages[0] ?? '');
      const documentId: string = await moderation().submit({
        subjectId: subjectOf(ctx),
        comment,
        address: ctx.ip,
      });
      ctx.status = 201;
      // The same for everyone, also for what a screening has put elsewhere.
      ctx.body = { data: { documentId, moderationStatus: 'pending' } };
    }),

    list: answering(strapi, async (ctx) => {
      const query = parseCommentsQuery(ctx.query, languages);
      ctx.body = await moderation().read(subjectOf(ctx), query, languageOf(strapi, ctx));
    }),

    report: answering(strapi, async (ctx) => {
      refuseIfBlocked(strapi, 'report', addressKeyOf(strapi, ctx.ip));
      const subjectId = subjectOf(ctx);
      const commentId = idOf(ctx, 'commentId', 'UNKNOWN_COMMENT');
      const report = readReport(ctx.request.body);
      await moderation().report({ subjectId, commentId, report, address: ctx.ip });
      ctx.status = 201;
      ctx.body = { data: { documentId: commentId, reported: true } };
    }),

    /** The link of a mail that ends mails. */
    unsubscribe: answering(strapi, (ctx) => answerUnsubscribe(strapi, ctx)),

    /** Why a comment may be reported, for the form. */
    reasons: answering(strapi, async (ctx) => {
      ctx.body = { data: reportReasons };
    }),
  };
};
