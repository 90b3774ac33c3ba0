import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withWorkflowErrorResponse } from '../workflow/error-response';
import { openDataUrl } from '../http/site-url';

/** Addresses of the panel's page of open data; they take no parameters. Routes and service ask for the permission. */
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
