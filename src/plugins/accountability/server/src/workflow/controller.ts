import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { transitionRequest } from '../../../shared/transition-contract';
import { onlyIn } from '../languages/declared-texts';
import { textIn, type LocalizedText } from '../languages/localized-text';
import { requestLanguage } from '../languages/request-language';
import { adminActor, tokenActor } from './actors';
import { withWorkflowErrorResponse } from './error-response';
import { WorkflowError } from './errors';
import type { StateView } from './history';
import { makeMove } from './moves';
import { workflowOverview } from './overview';
import { readPublicHistory } from './public-history';
import { assertMayRead, mayRead } from './read-permission';
import { workflowConfig, workflowsOf } from './registry';
import { documentWorkflows, workflowViews } from './views';
import { workflowWithTexts } from './workflow-texts';
import type { Actor } from './actor';

/** Actions of workflows for the panel, for tokens and for the public. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const config = workflowConfig(strapi);

  async function transition(ctx: Context, actor: Actor): Promise<void> {
    const parsed = transitionRequest.safeParse(ctx.request.body);
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, code, message }) => ({ path, code, message }));
      throw new WorkflowError({ status: 400, code: 'INVALID_REQUEST', details: { errors } });
    }
    ctx.body = { data: await makeMove(strapi, parsed.data, actor) };
  }

  /** The locale of labels; unknown ones were refused before. */
  const labelLocale = (ctx: Context): string => String(ctx.query.locale ?? config.languages[0]);
  const inSiteLanguages = (text: LocalizedText) => onlyIn(text, config.languages);
  const publicWorkflows = config.workflows
    .filter((workflow) => workflow.public !== false)
    .map((workflow) => workflowWithTexts(workflow, inSiteLanguages));

  const stateForPublic = ({ labels, ...state }: StateView, locale: string) => ({
    ...state,
    labels: inSiteLanguages(labels),
    label: textIn(labels, locale),
  });

  return {
    workflows: withWorkflowErrorResponse(strapi, async (ctx) => {
      ctx.body = { data: workflowViews(publicWorkflows, labelLocale(ctx)) };
    }),

    panelWorkflows: withWorkflowErrorResponse(strapi, async (ctx) => {
      ctx.body = { data: workflowViews(config.workflows, requestLanguage(strapi)) };
    }),

    history: withWorkflowErrorResponse(strapi, async (ctx) => {
      const { collection = '', documentId = '' } = ctx.params as Record<string, string>;
      const include = ctx.query.include === undefined ? undefined : String(ctx.query.include);
      const locale = labelLocale(ctx);
      const entries = await readPublicHistory(strapi, { collection, documentId, include });
      ctx.body = {
        data: entries.map((entry) => ({
          ...entry,
          label: entry.labels && textIn(entry.labels, locale),
          labels: entry.labels && inSiteLanguages(entry.labels),
          from: entry.from && stateForPublic(entry.from, locale),
          to: stateForPublic(entry.to, locale),
        })),
      };
    }),

    transition: withWorkflowErrorResponse(strapi, async (ctx) => {
      const actor = tokenActor(ctx);
      if (!actor) throw new WorkflowError({ status: 401, code: 'LOGIN_NEEDED' });
      await transition(ctx, actor);
    }),

    panelTransition: withWorkflowErrorResponse(strapi, (ctx) => transition(ctx, adminActor(ctx))),

    panelDocument: withWorkflowErrorResponse(strapi, async (ctx) => {
      const { contentType = '', documentId = '' } = ctx.params as Record<string, string>;
      if (workflowsOf(config, contentType).length === 0) {
        throw new WorkflowError({ status: 404, code: 'UNKNOWN_CONTENT_TYPE', values: { contentType } });
      }
      assertMayRead(ctx, contentType);
      ctx.body = {
        data: await documentWorkflows(
          strapi,
          contentType,
          documentId,
          adminActor(ctx),
          requestLanguage(strapi),
        ),
      };
    }),

    overview: withWorkflowErrorResponse(strapi, async (ctx) => {
      ctx.body = { data: await workflowOverview(strapi, (contentType) => mayRead(ctx, contentType)) };
    }),
  };
};
