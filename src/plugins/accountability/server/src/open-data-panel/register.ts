import type { Core } from '@strapi/strapi';
import { OPEN_DATA_PAGE_ACTIONS } from './permissions';

/** Registers the page's permission. */
export const bootstrapOpenDataPanel = (strapi: Core.Strapi): Promise<void> =>
  strapi.service('admin::permission').actionProvider.registerMany(OPEN_DATA_PAGE_ACTIONS);
