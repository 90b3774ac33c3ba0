import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { requestLanguage } from '../../languages/request-language';
import { adminActor } from '../../workflow/actors';
import { withErrorResponses } from '../../http/error-responses';
import { workflowErrors } from '../../workflow/error-response';
import { workflowConfig } from '../../workflow/registry';
import { refusals } from '../error-response';
import { DOCUMENT_ID } from '../document-id';
import { fieldsRefused, Refusal } from '../refusal';
import { commentsWorkflow, declaredComments } from '../registry';
import { answerForm } from './answer-form';
import { queueQuery, searchText } from './query';
import { ERASE_MODES } from '../../../../shared/moderation-contract';

const eraseRequest = z.strictObject({ mode: z.enum(ERASE_MODES) });
const searchQuery = z.strictObject({ search: searchText.optional() });

/** Addresses of the moderators' queue. Routes and service both check the permissions. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  // Without comments these routes do not exist.
  const declaration = declaredComments(strapi);
  if (!declaration) return {};
  const { languages } = workflowConfig(strapi);
  const readQuery = queueQuery(
    commentsWorkflow(strapi).states.map(({ code }) => code),
    languages,
  );
  const readAnswer = answerForm(languages, { agencies: declaration.agency !== undefined });
  const queue = () => strapi.plugin('accountability').service('moderationQueue');
  const language = () => requestLanguage(strapi);
  const action = (work: (ctx: Context) => Promise<unknown>) =>
    withErrorResponses(
      async (ctx) => {
        ctx.set('Cache-Control', 'no-store');
        ctx.body = { data: await work(ctx) };
      },
      workflowErrors(strapi),
      refusals(strapi),
    );
  const commentOf = (ctx: Context): string => {
    const { documentId = '' } = ctx.params as Record<string, string>;
    if (!DOCUMENT_ID.test(documentId)) throw new Refusal({ status: 404, code: 'UNKNOWN_COMMENT' });
    return documentId;
  };
  const searchOf = (ctx: Context): string | null => {
    const parsed = searchQuery.safeParse(ctx.query);
    if (parsed.success) return parsed.data.search ?? null;
    const values = { parameter: 'search', expected: '1–200' };
    throw new Refusal({ status: 400, code: 'PARAMETER_INVALID', values });
  };

  return {
    setup: action(async (ctx) => queue().setup(ctx.state.userAbility, adminActor(ctx))),
    counts: action((ctx) => queue().counts(ctx.state.userAbility, readQuery(ctx.query))),
    list: action((ctx) => queue().page(ctx.state.userAbility, readQuery(ctx.query), language())),
    context: action((ctx) => queue().context(ctx.state.userAbility, commentOf(ctx), language())),
    subjects: action((ctx) => queue().subjects(ctx.state.userAbility, searchOf(ctx), language())),
    agencies: action((ctx) => queue().agencies(ctx.state.userAbility, searchOf(ctx), language())),

    leadAgency: action((ctx) => queue().leadAgency(ctx.state.userAbility, commentOf(ctx), language())),

    answer: action(async (ctx) => {
      const answer = readAnswer(ctx.request.body);
      const { userAbility } = ctx.state;
      const documentId = await queue().answer(userAbility, commentOf(ctx), answer, adminActor(ctx));
      ctx.status = 201;
      return { documentId };
    }),

    settle: action(async (ctx) => {
      await queue().settle(ctx.state.userAbility, commentOf(ctx));
      return { documentId: commentOf(ctx), openReports: 0 };
    }),

    eraseAuthor: action((ctx) => {
      const parsed = eraseRequest.safeParse(ctx.request.body);
      if (!parsed.success) {
        const values = { known: ERASE_MODES.join(', ') };
        throw fieldsRefused([{ path: ['mode'], code: 'REASON_UNKNOWN', values }]);
      }
      return queue().eraseAuthor(ctx.state.userAbility, commentOf(ctx), parsed.data.mode);
    }),
  };
};
