import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { siteDay } from '../dates/site-day';
import { withoutEndSlash } from '../http/paths';
import { overdueFilter } from './overdue';
import { uidOf, workflowConfig } from './registry';
import { answerWorkflowError } from './error-response';
import { WorkflowError } from './errors';
import type { WorkflowDeclaration } from './definition';

/**
 * `overdue=true|false` on the public lists and the panel's lists of content types whose workflow declares a
 * timeframe. Overdue is never stored: the parameter becomes a filter on status and dates before Strapi reads the
 * query.
 */
export function overdueParameter(strapi: Core.Strapi) {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const byPath = new Map<string, WorkflowDeclaration>(
    workflowConfig(strapi)
      .workflows.filter(({ timeframe, field }) => timeframe && field)
      .flatMap((workflow) => [
        [`${prefix}/${strapi.contentType(uidOf(workflow.contentType)).info.pluralName}`, workflow] as const,
        // The panel's list, whose button sets the same parameter.
        [`/content-manager/collection-types/${workflow.contentType}`, workflow] as const,
      ]),
  );
  return async (ctx: Context, next: Next): Promise<void> => {
    const workflow = byPath.get(withoutEndSlash(ctx.path));
    // Checked before the query is parsed: this runs on every request.
    if (!workflow) return next();
    const { overdue, ...query } = ctx.query as Record<string, unknown>;
    if (overdue === undefined) return next();
    if (overdue !== 'true' && overdue !== 'false') {
      const received = String(overdue);
      return answerWorkflowError(
        strapi,
        ctx,
        new WorkflowError({
          status: 400,
          code: 'OVERDUE_INVALID',
          values: { received },
          details: { parameter: 'overdue', received },
        }),
      );
    }
    const filter = overdueFilter(workflow, siteDay(strapi), overdue === 'true');
    const filters = query.filters === undefined ? filter : { $and: [query.filters, filter] };
    // Strapi reads the query as an object; koa's type has flat values only.
    ctx.query = { ...query, filters } as unknown as typeof ctx.query;
    await next();
  };
}
