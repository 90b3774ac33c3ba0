/* eslint-disable @typescript-eslint/no-require-imports -- an import would load what no start needs */
import type { Core } from '@strapi/strapi';
import changeLog from './change-log/service';
import consistencyChecks from './consistency-checks/service';
import languages from './languages/undeclared-languages';
import warnings from './warnings/service';
import workflows from './workflow/service';

/** Strapi makes a service when it is first asked for; the module of one that no start uses is loaded then too. */
const lazyService =
  <Service>(load: () => { readonly default: (context: { strapi: Core.Strapi }) => Service }) =>
  (context: { strapi: Core.Strapi }): Service =>
    load().default(context);

export default {
  workflows,
  consistencyChecks,
  warnings,
  changeLog,
  languages,
  follow: lazyService(() => require('./follow/service') as typeof import('./follow/service')),
  reminders: lazyService(() => require('./reminders/service') as typeof import('./reminders/service')),
  importWriter: lazyService(
    () => require('./import/write/service') as typeof import('./import/write/service'),
  ),
  releases: lazyService(() => require('./releases/service') as typeof import('./releases/service')),
  openDataPanel: lazyService(
    () => require('./open-data-panel/service') as typeof import('./open-data-panel/service'),
  ),
  moderation: lazyService(() => require('./moderation/service') as typeof import('./moderation/service')),
  moderationQueue: lazyService(
    () => require('./moderation/queue/service') as typeof import('./moderation/queue/service'),
  ),
  searchIndex: lazyService(() => require('./search/service') as typeof import('./search/service')),
  imports: lazyService(() => require('./import/service') as typeof import('./import/service')),
};
