import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withWorkflowErrorResponse } from '../workflow/error-response';
import { openDataUrl } from '../http/site-url';

/** Actions of the panel's open-data page; without parameters. Routes and service both check the permission. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const panel = () => strapi.plugin('accountability').service('openDataPanel');
  return {
    datasets: withWorkflowErrorResponse(strapi, async (ctx: Context) => {
      ctx.body = { data: await panel().datasetsFor(ctx.state.userAbility, openDataUrl(strapi, ctx)) };
    }),

    findings: withWorkflowErrorResponse(strapi, async (ctx: Context) => {
      ctx.body = { data: await panel().findingsFor(ctx.state.userAbility) };
    }),

    selections: withWorkflowErrorResponse(strapi, async (ctx: Context) => {
      ctx.body = { data: panel().selections() };
    }),
  };
};
