import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withWorkflowErrorResponse } from '../workflow/error-response';
import { WorkflowError } from '../workflow/errors';
import { assertMayRead } from '../workflow/read-permission';

/** Action for a document's warnings, for the panel. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  panelDocument: withWorkflowErrorResponse(strapi, async (ctx: Context) => {
    const { contentType = '', documentId = '' } = ctx.params as Record<string, string>;
    if (!Object.hasOwn(strapi.contentTypes, contentType)) {
      throw new WorkflowError({ status: 404, code: 'NO_SUCH_CONTENT_TYPE', values: { contentType } });
    }
    assertMayRead(ctx, contentType);
    const warnings = await strapi
      .plugin('accountability')
      .service('warnings')
      .ofDocument(contentType, documentId);
    ctx.body = { data: { contentType, documentId, warnings } };
  }),
});
