import { languageCodesOf } from '../languages/site-languages';
import { z } from 'zod';
import { emptyTextProblems, textInEach, type VisitText } from '../languages/declared-texts';

const words = z.record(z.string(), z.string().min(1));

/** A path per language. */
const paths = z.record(z.string(), z.string().startsWith('/'));

const feedsSchema = z.strictObject({
  /** Path of the site's home page in each language; without it the feed of changes links to the data. */
  home: paths.optional(),
  /** Author of the feeds where the settings of open data name no publisher. */
  publisher: words,
  /** Content types in the feeds, with the title and page of their documents. */
  documents: z
    .array(
      z.strictObject({
        contentType: z.string(),
        /** Attribute that is a document's title. */
        title: z.string(),
        /**
         * Path of a document's page in each language, with `{documentId}`, attributes of the content type and, as
         * `{relation.attribute}`, of the one document a relation refers to. Without it, and where one of them is
         * empty, the document's address in the content API.
         */
        page: paths.optional(),
        /**
         * Relations to what the documents are about, as "relation" or "relation.relation": feeds can be asked for what
         * concerns one document.
         */
        subjects: z.array(z.string().regex(/^\w+(\.\w+)*$/)).optional(),
      }),
    )
    .default([]),
  /** End dates in the calendar. */
  deadlines: z
    .array(
      z.strictObject({
        contentType: z.string(),
        /** A component of two partial dates. */
        timeframe: z.string(),
        /** Name of the workflow whose state is shown; it must be public. */
        workflow: z.string(),
        /** States in which the event is cancelled. */
        cancelled: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

/** An application's declaration of feeds. */
export type FeedsDeclaration = z.input<typeof feedsSchema>;
export type FeedsConfig = z.infer<typeof feedsSchema>;
export type FeedDocument = FeedsConfig['documents'][number];
export type Deadline = FeedsConfig['deadlines'][number];

const NONE: FeedsConfig = { publisher: {}, documents: [], deadlines: [] };

/** Path of the feeds' only text. */
const PUBLISHER = 'feeds.publisher: a name';

/** The feeds with every text mapped by the visitor. */
export const feedsWithTexts = (feeds: FeedsConfig, visit: VisitText): FeedsConfig => ({
  ...feeds,
  publisher: { ...visit(feeds.publisher, PUBLISHER) },
});

/** An error that lists every problem of the declared feeds, one per line. */
export const feedsError = (problems: readonly string[]): Error =>
  new Error(
    `the feeds declaration needs correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Parses the plugin's configuration of feeds as far as possible without content types.
 * @throws Error that lists every problem; it stops the start
 */
export function parseFeedsConfig(config: unknown): FeedsConfig {
  const { feeds } = config as { feeds?: unknown };
  const languages = languageCodesOf(config);
  if (feeds === undefined) return NONE;
  const parsed = feedsSchema.safeParse(feeds);
  if (!parsed.success) {
    throw feedsError(parsed.error.issues.map(({ path, message }) => `feeds.${path.join('.')}: ${message}`));
  }
  const problems = emptyTextProblems(parsed.data.publisher, PUBLISHER);
  const { home, documents } = parsed.data;
  const pages = documents.map(({ contentType, page }) => [`documents, "${contentType}"`, page] as const);
  for (const [place, page] of [['home', home] as const, ...pages]) {
    if (!page) continue;
    for (const language of languages.filter((code) => !page[code])) {
      problems.push(`feeds.${place}: a path for "${language}" is missing; write one`);
    }
  }
  const known = parsed.data.documents.map(({ contentType }) => contentType);
  for (const { contentType } of parsed.data.deadlines) {
    if (!known.includes(contentType)) {
      problems.push(
        `feeds.deadlines: "${contentType}" is not among "documents"; say there what it is called`,
      );
    }
  }
  if (problems.length > 0) throw feedsError(problems);
  return feedsWithTexts(parsed.data, (text) => textInEach(text, languages));
}
