import type { Core } from '@strapi/strapi';
import { serveSite } from '../site/serve';

/** The public pages, see `src/site`. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => serveSite(strapi);
