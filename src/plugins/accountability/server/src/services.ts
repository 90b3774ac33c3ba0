import changeLog from './change-log/service';
import importWriter from './import/write/service';
import languages from './languages/undeclared-languages';
import openDataPanel from './open-data-panel/service';
import imports from './import/service';
import moderation from './moderation/service';
import moderationQueue from './moderation/queue/service';
import releases from './releases/service';
import reminders from './reminders/service';
import consistencyChecks from './consistency-checks/service';
import warnings from './warnings/service';
import workflows from './workflow/service';

export default {
  workflows,
  reminders,
  consistencyChecks,
  warnings,
  changeLog,
  importWriter,
  languages,
  releases,
  openDataPanel,
  moderation,
  moderationQueue,
  imports,
};
