import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { savedMapping } from '../../../../shared/saved-mapping';
import { requestLanguage } from '../../languages/request-language';
import { adminActor } from '../../workflow/actors';
import { answering, assertMay } from '../answers';
import { genericSettings } from '../generic-mapping';
import { openSources } from '../jobs/open-sources';
import { readSettings } from '../jobs/request';
import { ownerOf, uploadsOf } from '../jobs/uploads';
import { RUN_IMPORTS, SAVE_MAPPINGS } from '../permissions';
import { ImportRefusal } from '../refusal';
import { parsedRequest } from '../request-problem';
import { proposalView } from './proposal-view';
import { checkedTables } from './saved-mapping';
import { savedView } from './saved-view';
import { changeMapping, listSaved, removeMapping, savedOf, saveMapping } from './store';

const change = savedMapping.extend({
  /** The version that was changed. */
  version: z.int().min(1),
});

const proposalQuery = readSettings.extend({
  /** Id of a saved mapping: which of its tables read which sheet. */
  saved: z.string().max(100).optional(),
});

/** Mappings of editors, for the panel: what is proposed for files, and those that are saved. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answered = answering(strapi);
  const view = (saved: Parameters<typeof savedView>[0]) => savedView(saved, requestLanguage(strapi));

  return {
    /** How uploaded files would be read. */
    propose: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, RUN_IMPORTS);
      const settings = genericSettings(strapi);
      if (!settings) throw new ImportRefusal('NO_SAVED_MAPPINGS');
      const { saved: id, ...read } = parsedRequest(proposalQuery, ctx.query);
      const saved = id === undefined ? null : await savedOf(strapi, id);
      const upload = uploadsOf(strapi).find(ownerOf(actor), String(ctx.params.id));
      if (!upload) throw new ImportRefusal('NO_SUCH_UPLOAD');
      const { sources } = await openSources(upload.files, read);
      try {
        ctx.body = { data: await proposalView(settings, sources, saved, requestLanguage(strapi)) };
      } finally {
        for (const source of sources) await source.close();
      }
    }),

    list: answered(async (ctx) => {
      assertMay(adminActor(ctx), RUN_IMPORTS);
      ctx.body = { data: (await listSaved(strapi)).map(view) };
    }),

    find: answered(async (ctx) => {
      assertMay(adminActor(ctx), RUN_IMPORTS);
      ctx.body = { data: view(await savedOf(strapi, String(ctx.params.id))) };
    }),

    create: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, SAVE_MAPPINGS);
      const body = parsedRequest(savedMapping, ctx.request.body);
      checkedTables(strapi, body.tables);
      ctx.status = 201;
      ctx.body = { data: view(await saveMapping(strapi, actor, body)) };
    }),

    update: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, SAVE_MAPPINGS);
      const body = parsedRequest(change, ctx.request.body);
      checkedTables(strapi, body.tables);
      ctx.body = { data: view(await changeMapping(strapi, actor, String(ctx.params.id), body)) };
    }),

    remove: answered(async (ctx) => {
      assertMay(adminActor(ctx), SAVE_MAPPINGS);
      await removeMapping(strapi, String(ctx.params.id));
      ctx.status = 204;
    }),
  };
};
