import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { requestLanguage } from '../languages/request-language';
import { errorBody, WorkflowError } from './errors';
import { workflowConfig } from './registry';

/** Answers a refusal in Strapi's shape, in both languages; Strapi itself has no error for 409. */
export const withWorkflowErrorResponse =
  (strapi: Core.Strapi, work: (ctx: Context) => Promise<void>) =>
  async (ctx: Context): Promise<void> => {
    try {
      await work(ctx);
    } catch (error) {
      if (!(error instanceof WorkflowError)) throw error;
      const { guards, languages } = workflowConfig(strapi);
      ctx.status = error.status;
      ctx.body = errorBody(error, guards, requestLanguage(strapi), languages);
    }
  };
