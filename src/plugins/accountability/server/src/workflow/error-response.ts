import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { respondTo, withErrorResponses } from '../http/error-responses';
import { requestLanguage } from '../languages/request-language';
import { errorBody, WorkflowError } from './errors';
import { workflowConfig } from './registry';

/** Answers a workflow error in Strapi's shape, in each language of the site. */
export function answerWorkflowError(strapi: Core.Strapi, ctx: Context, error: WorkflowError): void {
  const { guards, languages } = workflowConfig(strapi);
  ctx.status = error.status;
  ctx.body = errorBody(error, guards, requestLanguage(strapi), languages);
}

/** Responder for workflow errors. */
export const workflowErrors = (strapi: Core.Strapi) =>
  respondTo(WorkflowError, (ctx, error) => answerWorkflowError(strapi, ctx, error));

/** Wraps an action whose only errors of its own are workflow errors. */
export const withWorkflowErrorResponse = (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  withErrorResponses(work, workflowErrors(strapi));
