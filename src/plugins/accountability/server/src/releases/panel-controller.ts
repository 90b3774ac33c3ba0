import type { Core } from '@strapi/strapi';
import { respondTo, withErrorResponses } from '../http/error-responses';
import { requestLanguage } from '../languages/request-language';
import { openDataUrl } from '../http/site-url';
import type { ReleaseOutcome } from './make-release';
import { languageCodes } from '../languages/site-languages';
import { refusalBody, ReleaseRefusal } from './refusal';
import { releaseView, type KeptRelease } from './store';

/** Actions of releases for the panel; the routes and the service both check the permission. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const releases = () => strapi.plugin('accountability').service('releases');
  const refusals = respondTo(ReleaseRefusal, (ctx, refusal) => {
    ctx.status = refusal.status;
    ctx.body = refusalBody(refusal, requestLanguage(strapi), languageCodes(strapi));
  });

  return {
    list: withErrorResponses(async (ctx) => {
      const base = openDataUrl(strapi, ctx);
      const list: KeptRelease[] = await releases().listFor(ctx.state.userAbility);
      ctx.body = { data: list.map((release) => releaseView(base, release)) };
    }, refusals),

    /** 201 with the new release; 200 with the one that has the same content already. */
    make: withErrorResponses(async (ctx) => {
      const made: Exclude<ReleaseOutcome, { outcome: 'busy' }> = await releases().makeFor(
        ctx.state.userAbility,
      );
      ctx.status = made.outcome === 'made' ? 201 : 200;
      ctx.body = {
        data: releaseView(openDataUrl(strapi, ctx), made.release),
        meta: { outcome: made.outcome },
      };
    }, refusals),
  };
};
