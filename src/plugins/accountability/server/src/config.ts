import { parseTimeZone } from './dates/site-day';
import { parseCommentsConfig } from './moderation/config';
import { parsedOpenDataConfig } from './datasets/settings';
import { parseFeedsConfig } from './feeds/config';
import { parseReleasesConfig } from './releases/config';
import { parseSummaryConfig } from './summary/config';
import { parseRemindersConfig } from './reminders/config';
import { parseSiteLanguages } from './languages/site-languages';
import { throwTogether } from './throw-together';
import { parseWarningsConfig } from './warnings/config';
import { parsedWorkflowConfig } from './workflow/registry';

const PARSERS = [
  parseTimeZone,
  parsedOpenDataConfig,
  parseFeedsConfig,
  parseSummaryConfig,
  parseReleasesConfig,
  parsedWorkflowConfig,
  parseRemindersConfig,
  parseWarningsConfig,
  parseCommentsConfig,
] as const;

export default {
  // Strapi merges defaults into arrays item by item, so each capability fills in its own.
  default: {},
  /**
   * Strapi calls it before the start; what it throws stops the start.
   * @throws Error that lists what to mend in all declarations
   */
  validator(config: object): void {
    // Every other declaration is held against the languages.
    parseSiteLanguages(config);
    throwTogether(PARSERS.map((parse) => () => parse(config)));
  },
};
