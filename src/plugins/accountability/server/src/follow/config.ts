import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { emptyTextProblems, textInEach } from '../languages/declared-texts';
import { languageCodesOf } from '../languages/site-languages';
import { parsedOnce } from '../parsed-once';

const words = z.record(z.string(), z.string().min(1));

/** A path per language. */
const paths = z.record(z.string(), z.string().startsWith('/'));

/** A path per language with the place of a token. */
const tokenPaths = z.record(z.string(), z.string().regex(/^\/\S*\{token\}\S*$/, 'needs "{token}"'));

/** An attribute, or `relation.attribute` of the one document a relation refers to. */
const title = z.string().regex(/^\w+(\.\w+)?$/);

const rates = z.strictObject({
  /** Minutes within which the requests of a sender count. */
  minutes: z.number().int().min(1).default(10),
  /** All that a sender's network sends, refused or not; counted per instance. 0 for no limit. */
  attemptsPerSender: z.number().int().min(0).default(60),
  /** Requests of a sender's network, over all instances; 0 for no limit. */
  perSender: z.number().int().min(0).default(10),
  /** Confirmation mails to one address within a day; 0 for no limit. */
  mailsPerAddress: z.number().int().min(0).default(3),
});

const followSchema = z.strictObject({
  /** False without a mail server: then nothing can be followed. */
  mail: z.boolean().default(false),
  /** Hour of the digests in the site's time zone. */
  hour: z.number().int().min(0).max(23).default(8),
  /** Day of the weekly digests: 0 for Sunday. */
  weekday: z.number().int().min(0).max(6).default(1),
  /** Days within which a request has to be confirmed; then it is deleted. */
  confirmDays: z.number().int().min(1).max(30).default(2),
  /** Days after its confirmation at which following ends; 0 for never. */
  keepDays: z.number().int().min(0).default(730),
  rates: rates.prefault({}),
  /** Pages that the links in mails lead to. */
  pages: z.strictObject({ confirm: tokenPaths, leave: tokenPaths }),
  /** What can be followed, with title and page (as in `feeds.documents`). */
  subjects: z.array(z.strictObject({ contentType: z.string(), title, page: paths })).min(1),
  /**
   * Content types whose changes are in digests. Of a content type with several entries the first that leads to what is followed counts.
   */
  changes: z
    .array(
      z.strictObject({
        contentType: z.string(),
        /** Without one only the words are shown. */
        title: title.optional(),
        /** Without it, and where a value is empty, the page of what is followed. */
        page: paths.optional(),
        /** Relations to what is followed (as in `feeds.documents`); the document itself always counts. */
        subjects: z.array(z.string().regex(/^\w+(\.\w+)*$/)).default([]),
        /** What a new document is called, such as "New milestone"; without it new ones are not in digests. */
        created: words.optional(),
        /** What a change of its content is called; without it these are not in digests. */
        updated: words.optional(),
      }),
    )
    .min(1),
});

/** An application's declaration of what can be followed by mail. */
export type FollowDeclaration = z.input<typeof followSchema>;
export type FollowConfig = z.infer<typeof followSchema>;
export type FollowSubject = FollowConfig['subjects'][number];
export type FollowChange = FollowConfig['changes'][number];

/** An error that lists every problem of the declaration, one per line. */
export const followError = (problems: readonly string[]): Error =>
  new Error(
    `the declaration of what can be followed needs correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Parses the plugin's configuration of following by mail as far as possible without content types; null without one.
 * @throws Error that lists every problem; it stops the start
 */
export function parseFollowConfig(config: unknown): FollowConfig | null {
  const { follow } = config as { follow?: unknown };
  if (follow === undefined) return null;
  const languages = languageCodesOf(config);
  const parsed = followSchema.safeParse(follow);
  if (!parsed.success) {
    throw followError(parsed.error.issues.map(({ path, message }) => `follow.${path.join('.')}: ${message}`));
  }
  const { pages, subjects, changes } = parsed.data;
  const declaredPaths = [
    ...Object.entries(pages).map(([name, page]) => [`pages.${name}`, page] as const),
    ...[...subjects, ...changes].map(({ contentType, page }) => [`page of "${contentType}"`, page] as const),
  ];
  const problems = [
    ...declaredPaths.flatMap(([place, page]) =>
      languages
        .filter((code) => page && !page[code])
        .map((code) => `follow.${place}: a path for "${code}" is missing; write one`),
    ),
    ...changes.flatMap(({ contentType, created, updated }) =>
      [created, updated].flatMap((text) =>
        text ? emptyTextProblems(text, `follow.changes, "${contentType}": a text`) : [],
      ),
    ),
  ];
  if (problems.length > 0) throw followError(problems);
  return {
    ...parsed.data,
    changes: changes.map((change) => ({
      ...change,
      ...(change.created && { created: textInEach(change.created, languages) }),
      ...(change.updated && { updated: textInEach(change.updated, languages) }),
    })),
  };
}

const parsedFollow = parsedOnce(parseFollowConfig);

/** What can be followed by mail, as checked at the start; null where nothing is declared. */
export const declaredFollow = (strapi: Core.Strapi): FollowConfig | null =>
  parsedFollow(strapi.config.get<object>('plugin::accountability'));

/**
 * The same where there must be a declaration.
 * @throws Error
 */
export function followConfig(strapi: Core.Strapi): FollowConfig {
  const config = declaredFollow(strapi);
  if (!config) throw new Error('Nothing is declared that can be followed');
  return config;
}
