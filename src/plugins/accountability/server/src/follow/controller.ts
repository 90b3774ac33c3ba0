import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withWorkflowErrorResponse } from '../workflow/error-response';
import { WorkflowError } from '../workflow/errors';
import { assertMayRead } from '../workflow/read-permission';
import { declaredFollow } from './config';

/** Action for how many follow a document, for the panel: a number, never who. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  panelDocument: withWorkflowErrorResponse(strapi, async (ctx: Context) => {
    const { contentType = '', documentId = '' } = ctx.params as Record<string, string>;
    if (!Object.hasOwn(strapi.contentTypes, contentType)) {
      throw new WorkflowError({ status: 404, code: 'NO_SUCH_CONTENT_TYPE', values: { contentType } });
    }
    assertMayRead(ctx, contentType);
    const isFollowable = declaredFollow(strapi)?.subjects.some((one) => one.contentType === contentType);
    const count: number | null = isFollowable
      ? await strapi.plugin('accountability').service('follow').count(contentType, documentId)
      : null;
    ctx.body = { data: { contentType, documentId, count } };
  }),
});
