import type { Core } from '@strapi/strapi';
import { openWriter, type WriterOptions } from './open-writer';

/** `strapi.plugin('accountability').service('importWriter')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `openWriter`. */
  open: (options: WriterOptions) => openWriter(strapi, options),
});
