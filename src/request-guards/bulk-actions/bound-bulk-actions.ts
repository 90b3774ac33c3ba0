import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { type Language, beforeActions, requestLanguage } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import { boundedLists, type TooMany } from './bounded-lists';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('bulk-actions');

/** Strapi's bulk actions, and the members of their bodies with ids. */
const BULK: readonly { controller: string; actions: readonly string[]; lists: readonly string[] }[] = [
  {
    controller: 'plugin::content-manager.collection-types',
    actions: ['bulkPublish', 'bulkUnpublish', 'bulkDelete', 'bulkFindForValidation'],
    lists: ['documentIds'],
  },
  {
    controller: 'plugin::upload.admin-folder-file',
    actions: ['deleteMany', 'moveMany'],
    lists: ['fileIds', 'folderIds'],
  },
  { controller: 'plugin::upload.admin-upload', actions: ['bulkUpdateFileInfo'], lists: ['updates'] },
  { controller: 'admin::user', actions: ['deleteMany'], lists: ['ids'] },
  { controller: 'admin::role', actions: ['deleteMany'], lists: ['ids'] },
  { controller: 'admin::webhooks', actions: ['deleteWebhooks'], lists: ['ids'] },
];

function tooManyError({ list, received }: TooMany, most: number, language: Language): errors.ValidationError {
  const code = 'TOO_MANY_AT_ONCE';
  const said = messageIn(language, (of) => WORDS.say(of, code, { list, received, most }));
  return new errors.ValidationError(said.message, {
    code,
    most,
    received,
    errors: [{ path: [list], name: 'ValidationError', code, ...said }],
  });
}

/**
 * Limits the bulk actions of the panel. Strapi processes each id, existing or not, one after the other in one
 * transaction: some thousand ids would block the database for everybody. Duplicate ids count once; Strapi would
 * publish their document twice.
 */
export function boundBulkActions(strapi: Core.Strapi): void {
  const most: number = strapi.config.get('tracker.bulkActions.most');
  for (const { controller, actions, lists } of BULK) {
    beforeActions(strapi, controller, actions, (ctx: Context) => {
      const request = ctx.request as { body?: unknown };
      if (typeof request.body !== 'object' || request.body === null) return;
      const bounded = boundedLists(request.body as Record<string, unknown>, lists, most);
      if ('tooMany' in bounded) throw tooManyError(bounded.tooMany, most, requestLanguage(strapi));
      request.body = bounded.body;
    });
  }
}
