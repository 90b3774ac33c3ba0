import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { onlyIn } from '../languages/declared-texts';
import { workflowConfig } from '../workflow/registry';
import { withRefusalResponse, languageOf } from './error-response';
import { addressKeyOf } from './address-key-of';
import { countAttempt } from './form-rate-limit';
import { makeChallenge, proofIn, solvedChallenge, type SolvedChallenge } from './challenge';
import { commentForm, dataOf, measureComment } from './comment-form';
import { DOCUMENT_ID } from './document-id';
import { runSubmissionSteps } from './submission-steps';
import { answerUnsubscribe } from './notices/unsubscribe';
import { refuseIfBlocked, type Rate } from './rates';
import { Refusal, type Word } from './refusal';
import { parseCommentsQuery } from './read-query';
import { comments, declaredComments } from './registry';
import { measureReport, reportForm } from './report-form';
import { secretFor } from './secrets';

/** Addresses of comments for the public. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { languages } = workflowConfig(strapi);
  const { honeypot = '', reportReasons = [] } = declaredComments(strapi) ?? {};
  const readComment = commentForm({ languages, honeypot });
  const publicReasons = reportReasons.map(({ code, labels }) => ({
    code,
    labels: onlyIn(labels, languages),
  }));
  const readReport = reportForm({ reasons: reportReasons.map(({ code }) => code), honeypot });
  const moderation = () => strapi.plugin('accountability').service('moderation');
  const idOf = (ctx: Context, parameter: 'documentId' | 'commentId', code: Word): string => {
    const id = (ctx.params as Record<string, string>)[parameter] ?? '';
    if (!DOCUMENT_ID.test(id)) throw new Refusal({ status: 404, code });
    return id;
  };
  const subjectOf = (ctx: Context): string => idOf(ctx, 'documentId', 'UNKNOWN_SUBJECT');

  /**
   * The proof of work of a form; null where none is required.
   * @throws Refusal 400
   */
  const provenBy = async (body: unknown): Promise<SolvedChallenge | null> =>
    comments(strapi).challenge.required
      ? solvedChallenge(secretFor(strapi, 'challenge'), proofIn(dataOf(body)))
      : null;

  /**
   * Processes a form, the cheapest checks first.
   * @throws Refusal
   */
  const receive = <T>(
    { ip, request: { body } }: Context,
    rate: Rate,
    form: { readonly measure: (body: unknown) => void; readonly read: (body: unknown) => T },
  ) =>
    runSubmissionSteps({
      count() {
        countAttempt(strapi, ip);
        refuseIfBlocked(strapi, rate, addressKeyOf(strapi, ip));
      },
      measure: () => form.measure(body),
      prove: () => provenBy(body),
      read: () => form.read(body),
    });

  return {
    challenge: withRefusalResponse(strapi, async (ctx) => {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = await makeChallenge(
        secretFor(strapi, 'challenge'),
        comments(strapi).challenge,
        ctx.query.form,
      );
    }),

    submit: withRefusalResponse(strapi, async (ctx) => {
      const asked = languages.find((code) => code === ctx.query.locale);
      const { proof: challenge, written: comment } = await receive(ctx, 'address', {
        measure: measureComment,
        read: (body) => readComment(body, asked ?? languages[0] ?? ''),
      });
      const documentId: string = await moderation().submit({
        subjectId: subjectOf(ctx),
        comment,
        challenge,
        address: ctx.ip,
      });
      ctx.status = 201;
      // The same for everyone, also for a comment classified as spam.
      ctx.body = { data: { documentId, moderationStatus: 'pending' } };
    }),

    list: withRefusalResponse(strapi, async (ctx) => {
      const query = parseCommentsQuery(ctx.query, languages);
      ctx.body = await moderation().read(subjectOf(ctx), query, languageOf(strapi, ctx));
    }),

    report: withRefusalResponse(strapi, async (ctx) => {
      const { proof: challenge, written: report } = await receive(ctx, 'report', {
        measure: measureReport,
        read: readReport,
      });
      const subjectId = subjectOf(ctx);
      const commentId = idOf(ctx, 'commentId', 'UNKNOWN_COMMENT');
      await moderation().report({ subjectId, commentId, report, challenge, address: ctx.ip });
      ctx.status = 201;
      ctx.body = { data: { documentId: commentId, reported: true } };
    }),

    /** The unsubscribe link of a mail. */
    unsubscribe: withRefusalResponse(strapi, (ctx) => answerUnsubscribe(strapi, ctx)),

    /** The reasons for a report, for the form. */
    reasons: withRefusalResponse(strapi, async (ctx) => {
      ctx.body = { data: publicReasons };
    }),
  };
};
