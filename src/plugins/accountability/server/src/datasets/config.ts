import { z } from 'zod';
import { metadataSettings, settingsWithTexts } from '../catalogue/metadata-settings';
import { datasetWithTexts } from './dataset-texts';
import type { DatasetDeclaration } from './declaration';
import { emptyTextProblems, textInEach, type VisitText } from '../languages/declared-texts';
import { languageCodesOf } from '../languages/site-languages';
import { datasetShapeProblems } from './checks/shape';

/** Schema of the plugin's settings for open data, with their defaults; the types derive from it. */
const settingsSchema = z.object({
  openData: z
    .strictObject({
      ...metadataSettings,
      /** Concurrent exports; each uses a database connection of its own. */
      maxConcurrentExports: z.number().int().min(1).max(100).default(4),
      /** Concurrent exports per address; with the same number as in all there is no separate limit. */
      maxExportsPerAddress: z.number().int().min(1).max(100).default(2),
      /** Limits for clients that read a file: a client below them is disconnected, and its slot is freed. */
      readers: z
        .strictObject({
          /** Minimum throughput while waiting for the client, averaged over the pause. */
          bytesPerSecond: z.number().int().min(1).max(1_000_000_000).default(8_192),
          /** Longest pause of a client. */
          pauseSeconds: z.number().min(0.1).max(3_600).default(60),
          /** Longest duration of one download. */
          longestSeconds: z.number().min(0.1).max(86_400).default(1_800),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type OpenDataConfig = z.infer<typeof settingsSchema> & {
  /** Codes of the site's languages; the first one is the default. */
  readonly languages: readonly string[];
  readonly datasets: readonly DatasetDeclaration[];
};

/** An error that lists every problem of a declaration, one per line. */
export const declarationError = (problems: readonly string[]): Error =>
  new Error(
    `the open data declarations need correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/** Texts of the settings that lack a language. */
function emptyTexts({ openData }: z.infer<typeof settingsSchema>): string[] {
  const problems: string[] = [];
  settingsWithTexts(openData, (text, place) => {
    problems.push(...emptyTextProblems(text, place));
    return text;
  });
  return problems;
}

/**
 * Parses the plugin's configuration as far as possible without content types. Its texts are then in exactly the
 * site's languages.
 * @throws Error that lists every problem
 */
export function parseOpenDataConfig(config: unknown): OpenDataConfig {
  const parsed = settingsSchema.safeParse(config);
  if (!parsed.success) {
    throw declarationError(
      parsed.error.issues.map((issue) => `setting "${issue.path.join('.')}": ${issue.message}`),
    );
  }
  const { datasets = [] } = config as { datasets?: readonly DatasetDeclaration[] };
  const languages = languageCodesOf(config);
  const problems = [...emptyTexts(parsed.data), ...datasetShapeProblems(datasets, languages)];
  if (problems.length > 0) throw declarationError(problems);
  const inSiteLanguages: VisitText = (text) => textInEach(text, languages);
  return {
    openData: settingsWithTexts(parsed.data.openData, inSiteLanguages),
    languages,
    datasets: datasets.map((dataset) => datasetWithTexts(dataset, inSiteLanguages)),
  };
}
