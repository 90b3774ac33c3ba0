import type { Core } from '@strapi/strapi';
import { checkSettings } from './settings/check-settings';

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await checkSettings({ strapi });
  },
  async bootstrap(_context: { strapi: Core.Strapi }) {},
};
