import type { Context, Next } from 'koa';
import { headersOfUpload, isUploadAddress } from '../uploads/served-file';

/** Stored files are sent so that nothing in them runs, see `src/uploads`. Stands outside of `strapi::security`. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    // What is no file of that folder, a page that says so among it, keeps the headers of all answers.
    if (ctx.status >= 400 || !isUploadAddress(ctx.path)) return;
    ctx.set(headersOfUpload(ctx.type));
  };
