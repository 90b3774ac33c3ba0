import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { REPORT_TITLE, VIEWS } from './layouts';
import { REPORT, titleOfReport } from './title-of-report';

type Row = Record<string, unknown> & { readonly documentId: string; readonly locale?: string | null };
interface Model {
  readonly attributes: Readonly<Record<string, { readonly target?: string }>>;
}
type Action = (ctx: Context) => Promise<void>;
type RelationsController = Record<'findAvailable' | 'findExisting', Action>;
type DocumentsController = Record<'findOne', Action>;

/** Strapi's own registry of controllers; its types lack `extend`. */
interface Controllers {
  extend<Controller>(uid: string, change: (controller: Controller) => Controller): void;
}

const NAMED_BY = VIEWS[REPORT]!.mainField;

/**
 * Titles of progress reports in the panel's forms and lists: relation fields, which show one attribute of a
 * document, show the title instead; a report's own form gets it as an additional attribute, for the heading.
 */
export function nameReportsInForms(strapi: Core.Strapi): void {
  const controllers = strapi.get('controllers') as Controllers;

  const targetOf = ({ model = '', targetField = '' }: Record<string, string>): unknown =>
    (strapi.getModel(model as never) as Model | undefined)?.attributes[targetField]?.target;
  // A row without the attribute is one whose content may not be read.
  const named = async (row: Row): Promise<Row> =>
    NAMED_BY in row ? { ...row, [NAMED_BY]: await titleOfReport(strapi, row, row[NAMED_BY]) } : row;

  controllers.extend<RelationsController>('plugin::content-manager.relations', (controller) => {
    const withTitles = (action: 'findAvailable' | 'findExisting'): Action =>
      async function (this: unknown, ctx) {
        await controller[action].call(this as RelationsController, ctx);
        const body = ctx.body as { results?: Row[] } | undefined;
        if (targetOf(ctx.params as Record<string, string>) !== REPORT || !body?.results) return;
        ctx.body = { ...body, results: await Promise.all(body.results.map(named)) };
      };
    return {
      ...controller,
      findAvailable: withTitles('findAvailable'),
      findExisting: withTitles('findExisting'),
    };
  });

  controllers.extend<DocumentsController>('plugin::content-manager.collection-types', (controller) => ({
    ...controller,
    async findOne(this: unknown, ctx) {
      await controller.findOne.call(this as DocumentsController, ctx);
      const body = ctx.body as { data?: Row } | undefined;
      if ((ctx.params as Record<string, string>).model !== REPORT || !body?.data?.documentId) return;
      const title = await titleOfReport(strapi, body.data, body.data[NAMED_BY]);
      ctx.body = { ...body, data: { ...body.data, [REPORT_TITLE]: title } };
    },
  }));
}
