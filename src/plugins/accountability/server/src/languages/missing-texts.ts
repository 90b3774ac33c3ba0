import type { Core } from '@strapi/strapi';
import { settingsWithTexts, type MetadataSettings } from '../catalogue/metadata-settings';
import { datasetWithTexts } from '../datasets/dataset-texts';
import type { DatasetDeclaration } from '../datasets/declaration';
import { feedsWithTexts, type FeedsConfig } from '../feeds/config';
import { commentsWithTexts } from '../moderation/config';
import type { CommentsDeclaration } from '../moderation/definition';
import { tableWithTexts, type SummaryTable } from '../summary/config';
import type { GuardDeclaration, WorkflowDeclaration } from '../workflow/definition';
import { guardWithTexts, workflowWithTexts } from '../workflow/workflow-texts';
import type { VisitText } from './declared-texts';
import type { LocalizedText } from './localized-text';
import { languageCodesOf } from './site-languages';

/** A declared text some languages of the site lack. */
export interface MissingText {
  /** Where it is declared; the first place of a text that is used repeatedly. */
  readonly place: string;
  readonly languages: readonly string[];
}

/** The parts of the plugin's configuration that contain texts. */
interface Declarations {
  readonly openData?: Partial<MetadataSettings>;
  readonly datasets?: readonly DatasetDeclaration[];
  readonly feeds?: FeedsConfig;
  readonly summary?: readonly SummaryTable[];
  readonly workflows?: readonly WorkflowDeclaration[];
  readonly guards?: readonly GuardDeclaration[];
  readonly comments?: CommentsDeclaration;
}

/** Declared texts that lack a language of the site, each once. Pure; the configuration has been validated. */
export function missingTexts(config: object): MissingText[] {
  const { openData = {}, datasets, feeds, summary, workflows, guards, comments } = config as Declarations;
  const languages = languageCodesOf(config);
  const seen = new Set<LocalizedText>();
  const missing: MissingText[] = [];
  const visit: VisitText = (text, place) => {
    const lacking = languages.filter((language) => !text[language]?.trim());
    if (lacking.length > 0 && !seen.has(text)) missing.push({ place, languages: lacking });
    seen.add(text);
    return text;
  };
  settingsWithTexts({ keywords: [], contentApi: [], ...openData } as unknown as MetadataSettings, visit);
  datasets?.forEach((dataset) => datasetWithTexts(dataset, visit));
  if (feeds) feedsWithTexts(feeds, visit);
  summary?.forEach((table) => tableWithTexts(table, visit));
  workflows?.forEach((workflow) => workflowWithTexts(workflow, visit));
  guards?.forEach((guard) => guardWithTexts(guard, visit));
  if (comments) commentsWithTexts(comments, visit);
  return missing;
}

/** Logs one warning that lists the declared texts lacking a language of the site. */
export function warnOfMissingTexts(strapi: Core.Strapi): void {
  const missing = missingTexts(strapi.config.get<object>('plugin::accountability'));
  if (missing.length === 0) return;
  const places = new Map<string, string[]>();
  for (const { place, languages } of missing) {
    const key = languages.join(', ');
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  strapi.log.warn(
    'Texts of declarations lack a language of the site; a broader language, English or any other replaces ' +
      `them.\n${[...places].map(([languages, list]) => `- in ${languages}: ${list.join('; ')}`).join('\n')}`,
  );
}
