import { parseTimeZone } from './dates/site-day';
import { parseCommentsConfig } from './moderation/config';
import { parseOpenDataConfig } from './datasets/config';
import { parseFeedsConfig } from './feeds/config';
import { parseReleasesConfig } from './releases/config';
import { parseSummaryConfig } from './summary/config';
import { parseRemindersConfig } from './reminders/config';
import { parseWarningsConfig } from './warnings/config';
import { parseWorkflowConfig } from './workflow/config';

export default {
  // Strapi merges defaults into arrays item by item, so each capability fills in its own.
  default: {},
  /** Strapi calls it before the start; what it throws stops the start. */
  validator(config: unknown): void {
    parseTimeZone(config);
    parseOpenDataConfig(config);
    parseFeedsConfig(config);
    parseSummaryConfig(config);
    parseReleasesConfig(config);
    parseWorkflowConfig(config);
    parseRemindersConfig(config);
    parseWarningsConfig(config);
    parseCommentsConfig(config);
  },
};
