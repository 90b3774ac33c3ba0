import moderation from './moderation/controller';
import moderationQueue from './moderation/queue/controller';
import openDataCatalogue from './open-data/catalogue/controller';
import openData from './open-data/controller';
import feeds from './open-data/feeds/controller';
import openDataPanel from './open-data/panel/controller';
import releases from './open-data/releases/controller';
import releasesPanel from './open-data/releases/panel-controller';
import summary from './open-data/summary/controller';
import warnings from './warnings/controller';
import workflow from './workflow/controller';

export default {
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
