import type { Core } from '@strapi/strapi';
import { ensureBaselines } from './baseline';
import { examineChangeLog } from './examine';

/** `strapi.plugin('accountability').service('changeLog')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `ensureBaselines`; every start does it. */
  begin: () => ensureBaselines(strapi),
  /** See `examineChangeLog`. */
  examine: () => examineChangeLog(strapi),
});
