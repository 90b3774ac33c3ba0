import type { Core } from '@strapi/strapi';
import { destroySearch } from './register';

/** The index of the search, for maintenance. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Has it follow the content no longer, until the next start; it catches up then. */
  stop: (): Promise<void> => destroySearch(strapi),
});
