import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { siteLanguages } from './site-languages';

/** The site's languages, for the panel. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Code, own name and writing direction of each, the default one first. */
  list(ctx: Context): void {
    ctx.body = { data: siteLanguages(strapi) };
  },
});
