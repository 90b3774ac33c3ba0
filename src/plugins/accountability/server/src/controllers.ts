/* eslint-disable @typescript-eslint/no-require-imports -- an import would load what no start needs */
import openDataCatalogue from './catalogue/controller';
import openData from './export/controller';
import { lazyController, type StrapiContext } from './http/lazy-controller';
import { tokenActions } from './http/token-actions';
import { TOKEN_ACTIONS } from './import/permissions';
import languages from './languages/controller';
import openDataPanel from './open-data-panel/controller';
import warnings from './warnings/controller';
import workflow from './workflow/controller';

const IMPORTS = [
  'mappings',
  'upload',
  'readUpload',
  'panelStart',
  'list',
  'panelFind',
  'report',
  'undo',
  'apiStart',
  'apiFind',
];
const QUEUE = [
  'setup',
  'counts',
  'list',
  'context',
  'subjects',
  'agencies',
  'leadAgency',
  'answer',
  'settle',
  'eraseAuthor',
];

const imports = lazyController(
  IMPORTS,
  () => require('./import/jobs/controller') as typeof import('./import/jobs/controller'),
);

export default {
  imports: (context: StrapiContext) => ({
    ...tokenActions(TOKEN_ACTIONS),
    ...imports(context),
  }),
  follow: lazyController(
    ['panelDocument'],
    () => require('./follow/controller') as typeof import('./follow/controller'),
  ),
  languages,
  moderation: lazyController(
    ['challenge', 'submit', 'list', 'report', 'unsubscribe', 'reasons'],
    () => require('./moderation/controller') as typeof import('./moderation/controller'),
  ),
  'moderation-queue': lazyController(
    QUEUE,
    () => require('./moderation/queue/controller') as typeof import('./moderation/queue/controller'),
  ),
  'open-data': openData,
  'open-data-catalogue': openDataCatalogue,
  'open-data-feeds': lazyController(
    ['changes', 'statusChanges', 'latestChanges', 'deadlines'],
    () => require('./feeds/controller') as typeof import('./feeds/controller'),
  ),
  'open-data-panel': openDataPanel,
  'open-data-releases': lazyController(
    ['archive', 'list', 'release'],
    () => require('./releases/controller') as typeof import('./releases/controller'),
  ),
  'open-data-releases-panel': lazyController(
    ['list', 'make'],
    () => require('./releases/panel-controller') as typeof import('./releases/panel-controller'),
  ),
  'open-data-summary': lazyController(
    ['summary'],
    () => require('./summary/controller') as typeof import('./summary/controller'),
  ),
  'saved-import-mappings': lazyController(
    ['propose', 'list', 'find', 'create', 'update', 'remove'],
    () => require('./import/saved/controller') as typeof import('./import/saved/controller'),
  ),
  search: lazyController(
    ['find'],
    () => require('./search/controller') as typeof import('./search/controller'),
  ),
  warnings,
  workflow,
};
