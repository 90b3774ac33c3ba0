import { languageCodesOf } from '../languages/site-languages';
import { z } from 'zod';
import { emptyTextProblems, textInEachAndMore, type VisitText } from '../languages/declared-texts';
import type { CommentsDeclaration } from './definition';
import { noticesSchema } from './notices/config';

const whole = (least: number, most: number) => z.number().int().min(least).max(most);
const text = z.string().min(1);
const labels = z.record(z.string(), text);

const commentsSchema = z.strictObject({
  contentType: text,
  workflow: z.strictObject({
    name: text,
    approved: text,
    markSpam: text,
    keys: z.record(text, z.string().regex(/^[a-z]$/)).optional(),
  }),
  subject: z.strictObject({ contentType: text, relation: text, open: text, leads: text.optional() }),
  agency: z.strictObject({ relation: text, name: text }),
  open: z.boolean(),
  honeypot: z.string().regex(/^[a-zA-Z]\w*$/),
  challenge: z.strictObject({
    required: z.boolean(),
    cost: whole(1, 1_000_000),
    minutes: whole(1, 24 * 60),
  }),
  rates: z.strictObject({
    minutes: whole(1, 24 * 60),
    attemptsPerAddress: whole(0, 1_000_000),
    perAddress: whole(0, 1_000_000),
    perSubject: whole(0, 1_000_000),
    reportsPerAddress: whole(0, 1_000_000),
  }),
  screening: z.strictObject({
    spamAt: whole(1, 100),
    quickestSeconds: whole(0, 600),
    links: whole(0, 1000),
    repeatedDays: whole(0, 365),
    words: z.record(z.string(), z.array(text)),
  }),
  reportReasons: z.array(z.strictObject({ code: z.string().regex(/^[a-z][a-z-]*$/), labels })).min(1),
  keepDays: z.strictObject({ addresses: whole(0, 36_500), reports: whole(0, 36_500) }),
  notices: noticesSchema,
});

const reasonPlace = (code: string): string => `the reason "${code}" of reports: a label`;

/** The declaration with every text of it as the visitor gives it back. */
export const commentsWithTexts = (
  declaration: CommentsDeclaration,
  visit: VisitText,
): CommentsDeclaration => ({
  ...declaration,
  reportReasons: declaration.reportReasons.map(({ code, labels: words }) => ({
    code,
    labels: visit(words, reasonPlace(code)),
  })),
});

/** An error that lists every problem of the declaration, one a line. */
export const commentsError = (problems: readonly string[]): Error =>
  new Error(
    `the declaration of comments needs mending:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Reads the plugin's configuration of comments as far as it goes without content types.
 * @returns null where the application declares none
 * @throws Error that lists every problem; it stops the start
 */
export function parseCommentsConfig(config: unknown): CommentsDeclaration | null {
  const { comments } = config as {
    comments?: unknown;
  };
  const languages = languageCodesOf(config);
  if (comments === undefined) return null;
  const parsed = commentsSchema.safeParse(comments);
  if (!parsed.success) {
    throw commentsError(
      parsed.error.issues.map(({ path, message }) => `comments.${path.join('.')}: ${message}`),
    );
  }
  const { reportReasons } = parsed.data;
  const codes = reportReasons.map(({ code }) => code);
  const problems = [
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => `the reason "${code}" of reports is declared twice`),
    ...reportReasons.flatMap((reason) => emptyTextProblems(reason.labels, reasonPlace(reason.code))),
  ];
  if (problems.length > 0) throw commentsError(problems);
  return commentsWithTexts(parsed.data, (text) => textInEachAndMore(text, languages));
}
