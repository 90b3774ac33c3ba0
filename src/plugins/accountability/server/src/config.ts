import { parseTimeZone } from './dates/site-day';
import { parseCommentsConfig } from './moderation/config';
import { parseOpenDataConfig } from './datasets/config';
import { parseFeedsConfig } from './feeds/config';
import { parseImportsConfig } from './import/config';
import { parseReleasesConfig } from './releases/config';
import { parseSummaryConfig } from './summary/config';
import { parseRemindersConfig } from './reminders/config';
import { parseSiteLanguages } from './languages/site-languages';
import { throwTogether } from './throw-together';
import { parseVocabulariesConfig } from './vocabularies/config';
import { parseWarningsConfig } from './warnings/config';
import { parseWorkflowConfig } from './workflow/config';

const PARSERS = [
  parseTimeZone,
  parseVocabulariesConfig,
  parseOpenDataConfig,
  parseFeedsConfig,
  parseSummaryConfig,
  parseReleasesConfig,
  parseWorkflowConfig,
  parseRemindersConfig,
  parseWarningsConfig,
  parseCommentsConfig,
  parseImportsConfig,
] as const;

export default {
  // Strapi merges defaults into arrays item by item, so each capability sets its own.
  default: {},
  /**
   * Called by Strapi before the start; an error stops the start.
   * @throws Error that lists the problems of all declarations
   */
  validator(config: unknown): void {
    // Every other declaration is checked against the languages.
    parseSiteLanguages(config);
    throwTogether(PARSERS.map((parse) => () => parse(config)));
  },
};
