import moderation from './moderation/controller';
import moderationQueue from './moderation/queue/controller';
import openDataCatalogue from './catalogue/controller';
import openData from './export/controller';
import feeds from './feeds/controller';
import imports from './import/jobs/controller';
import languages from './languages/controller';
import openDataPanel from './open-data-panel/controller';
import releases from './releases/controller';
import releasesPanel from './releases/panel-controller';
import summary from './summary/controller';
import warnings from './warnings/controller';
import workflow from './workflow/controller';

export default {
  imports,
  languages,
  moderation,
  'moderation-queue': moderationQueue,
  'open-data': openData,
  'open-data-catalogue': openDataCatalogue,
  'open-data-feeds': feeds,
  'open-data-panel': openDataPanel,
  'open-data-releases': releases,
  'open-data-releases-panel': releasesPanel,
  'open-data-summary': summary,
  warnings,
  workflow,
};
