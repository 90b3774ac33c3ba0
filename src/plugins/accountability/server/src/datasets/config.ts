import { z } from 'zod';
import { metadataSettings, settingsWithTexts } from '../catalogue/metadata-settings';
import { datasetWithTexts } from './dataset-texts';
import type { DatasetDeclaration } from './declaration';
import { emptyTextProblems, textInEach, type VisitText } from '../languages/declared-texts';
import { languageCodesOf } from '../languages/site-languages';
import { datasetShapeProblems } from './checks/shape';

/** Shape of the plugin's settings for open data, with their defaults; the types derive from it. */
const settingsSchema = z.object({
  openData: z
    .strictObject({
      ...metadataSettings,
      /** Exports running at the same time; each has a database connection of its own. */
      maxConcurrentExports: z.number().int().min(1).max(100).default(4),
      /** Those of them that one address may have; as many as there are, and no address has a limit of its own. */
      maxExportsPerAddress: z.number().int().min(1).max(100).default(2),
      /** What is asked of whoever reads a file: who does not keep to it is cut off, and its place is free. */
      readers: z
        .strictObject({
          /** The least pace while it is the reader who is waited for, averaged over the pause. */
          bytesPerSecond: z.number().int().min(1).max(1_000_000_000).default(8_192),
          /** How long a reader may take nothing. */
          pauseSeconds: z.number().min(0.1).max(3_600).default(60),
          /** The longest time one file may take. */
          longestSeconds: z.number().min(0.1).max(86_400).default(1_800),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type OpenDataConfig = z.infer<typeof settingsSchema> & {
  /** Codes of the site's languages; the first one is used where a document has several and one must be chosen. */
  readonly languages: readonly string[];
  readonly datasets: readonly DatasetDeclaration[];
};

/** An error that lists every problem of a declaration, one a line. */
export const declarationError = (problems: readonly string[]): Error =>
  new Error(
    `the open data declarations need mending:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/** Texts of the settings that no language has. */
function emptyTexts({ openData }: z.infer<typeof settingsSchema>): string[] {
  const problems: string[] = [];
  settingsWithTexts(openData, (text, place) => {
    problems.push(...emptyTextProblems(text, place));
    return text;
  });
  return problems;
}

/**
 * Reads the plugin's configuration as far as it goes without content types. Its texts are then in each language of the
 * site and in no other.
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
