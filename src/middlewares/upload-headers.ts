import type { Context, Next } from 'koa';
import { headersOfUpload, isUploadAddress } from '../uploads/served-file';

/**
 * Headers of uploaded files that prevent active content from running, see `src/uploads`. Outside of
 * `strapi::security`.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    // Responses that are not files of that folder, error pages among them, keep the general headers.
    if (ctx.status >= 400 || !isUploadAddress(ctx.path)) return;
    ctx.set(headersOfUpload(ctx.type));
  };
