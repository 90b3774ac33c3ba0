import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { requestLanguage } from '../languages/request-language';
import { openDataUrl } from '../http/site-url';
import type { ReleaseOutcome } from './make-release';
import { languageCodes } from '../languages/site-languages';
import { refusalBody, ReleaseRefusal } from './refusal';
import { releaseView, type KeptRelease } from './store';

/** Addresses of releases for the panel; the routes and the service both ask for the permission. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const releases = () => strapi.plugin('accountability').service('releases');
  const answering = (work: (ctx: Context) => Promise<void>) => async (ctx: Context) => {
    try {
      await work(ctx);
    } catch (error) {
      if (!(error instanceof ReleaseRefusal)) throw error;
      ctx.status = error.status;
      ctx.body = refusalBody(error, requestLanguage(strapi), languageCodes(strapi));
    }
  };

  return {
    list: answering(async (ctx) => {
      const base = openDataUrl(strapi, ctx);
      const list: KeptRelease[] = await releases().listFor(ctx.state.userAbility);
      ctx.body = { data: list.map((release) => releaseView(base, release)) };
    }),

    /** 201 with the new release; 200 with the one that has the same content already. */
    make: answering(async (ctx) => {
      const made: Exclude<ReleaseOutcome, { outcome: 'busy' }> = await releases().makeFor(
        ctx.state.userAbility,
      );
      ctx.status = made.outcome === 'made' ? 201 : 200;
      ctx.body = {
        data: releaseView(openDataUrl(strapi, ctx), made.release),
        meta: { outcome: made.outcome },
      };
    }),
  };
};
