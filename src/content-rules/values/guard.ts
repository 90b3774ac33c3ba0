import type { Core, Modules, UID } from '@strapi/strapi';
import type { Context } from 'koa';

import { beforeActions, requestLanguage } from 'strapi-plugin-accountability/server';
import { issuesError, type Issue } from '../issue';
import { dataIssues } from './check-data';
import { identityIssues, type Written } from './identity';
import { registeredAttributes } from './model';

/** Actions of Strapi's controllers that write a request's body. */
const PANEL = 'plugin::content-manager.collection-types';
const PANEL_ACTIONS = ['create', 'update', 'publish'];
/** Its forms contain the ids of the original; Strapi removes them. */
const PANEL_COPY = 'clone';
const API_ACTIONS = ['create', 'update'];

const isOurs = (uid: string): boolean => uid.startsWith('api::');

function refuse(strapi: Core.Strapi, issues: readonly Issue[]): void {
  if (issues.length > 0) throw issuesError([...issues], requestLanguage(strapi));
}

const localesOf = async (strapi: Core.Strapi): Promise<string[]> => {
  const entries: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  return entries.map(({ code }) => code);
};

/** @throws ValidationError (400) that names every invalid value */
async function checkBody(
  strapi: Core.Strapi,
  uid: string,
  written: Omit<Written, 'locales'>,
  body: unknown,
): Promise<void> {
  refuse(strapi, dataIssues(registeredAttributes(strapi), uid, body));
  // An object, or it would have been rejected.
  const locales = await localesOf(strapi);
  refuse(strapi, identityIssues(body as Record<string, unknown>, { ...written, locales }));
}

/**
 * Validates the bodies of write requests before Strapi's controllers run: Strapi itself throws for some values, and
 * converts others. Runs after routes have authenticated and authorised the request.
 */
export function guardControllers(strapi: Core.Strapi): void {
  const checkPanel = (isCopy: boolean) => async (ctx: Context) => {
    const { model, id } = ctx.params as { model: string; id?: string };
    if (isOurs(model)) await checkBody(strapi, model, { documentId: id, isCopy }, ctx.request.body ?? {});
  };
  beforeActions(strapi, PANEL, [PANEL_COPY], checkPanel(true));
  beforeActions(strapi, PANEL, PANEL_ACTIONS, checkPanel(false));

  const controllers = strapi.get('controllers') as { keys(): string[] };
  for (const uid of controllers.keys().filter((key) => isOurs(key) && key in strapi.contentTypes)) {
    beforeActions(strapi, uid, API_ACTIONS, async (ctx) => {
      const { data } = (ctx.request.body ?? {}) as { data?: unknown };
      // Strapi itself answers that there is none.
      const { id } = ctx.params as { id?: string };
      if (data !== undefined) await checkBody(strapi, uid, { documentId: id, isCopy: false }, data);
    });
  }
}

const WRITES = new Set(['create', 'update', 'clone']);

/** Forms of new documents have an empty `documentId`, which Strapi would store. */
function withoutEmptyIdentity(data: Record<string, unknown>): Record<string, unknown> {
  const { documentId, ...rest } = data;
  return documentId === null || documentId === '' ? rest : data;
}

/** The same validation of every document write, code of the application and its plugins included. */
export function valuesMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return (context, next) => {
    const params = context.params as { data?: unknown };
    const { data } = params;
    if (isOurs(context.uid) && WRITES.has(context.action) && data !== undefined && data !== null) {
      refuse(strapi, dataIssues(registeredAttributes(strapi), context.uid as UID.ContentType, data));
      params.data = withoutEmptyIdentity(data as Record<string, unknown>);
    }
    return next();
  };
}
