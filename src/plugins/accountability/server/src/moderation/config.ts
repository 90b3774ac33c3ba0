import { z } from 'zod';
import { emptyTextProblems, textInEachAndMore, type VisitText } from '../languages/declared-texts';
import { languageCodesOf } from '../languages/site-languages';
import type { CommentsDeclaration, ParsedComments, ReportReason } from './definition';
import { noticesSchema } from './notices/config';
import { shippedReportReasons } from './report-reasons';

const whole = (least: number, most: number) => z.number().int().min(least).max(most);
const text = z.string().min(1);
const labels = z.record(z.string(), text);

const workflowSchema = z.strictObject({
  name: text,
  approved: text.default('approved'),
  markSpam: text.default('mark-spam'),
  keys: z.record(text, z.string().regex(/^[a-z]$/)).optional(),
});

const commentsSchema = z.strictObject({
  contentType: text,
  workflow: z.preprocess((given) => (typeof given === 'string' ? { name: given } : given), workflowSchema),
  subject: z
    .strictObject({ contentType: text, relation: text, open: text.optional(), leads: text.optional() })
    .optional(),
  agency: z.strictObject({ relation: text, name: text }).optional(),
  open: z.boolean().default(true),
  honeypot: z
    .string()
    .regex(/^[a-zA-Z]\w*$/)
    .default('website'),
  challenge: z
    .strictObject({
      required: z.boolean().default(true),
      cost: whole(1, 1_000_000).default(5000),
      minutes: whole(1, 24 * 60).default(60),
    })
    .prefault({}),
  rates: z
    .strictObject({
      minutes: whole(1, 24 * 60).default(10),
      attemptsPerAddress: whole(0, 1_000_000).default(60),
      perAddress: whole(0, 1_000_000).default(10),
      perSubject: whole(0, 1_000_000).default(120),
      reportsPerAddress: whole(0, 1_000_000).default(10),
    })
    .prefault({}),
  screening: z
    .strictObject({
      spamAt: whole(1, 100).default(100),
      quickestSeconds: whole(0, 600).default(3),
      links: whole(0, 1000).default(2),
      repeatedDays: whole(0, 365).default(7),
      words: z.record(z.string(), z.array(text)).default({}),
    })
    .prefault({}),
  reportReasons: z
    .array(z.strictObject({ code: z.string().regex(/^[a-z][a-z-]*$/), labels }))
    .min(1)
    .optional(),
  keepDays: z
    .strictObject({ addresses: whole(0, 36_500).default(365), reports: whole(0, 36_500).default(365) })
    .prefault({}),
  notices: noticesSchema.prefault({}),
});

const reasonPlace = (code: string): string => `the reason "${code}" of reports: a label`;

const reasonsWithTexts = (reasons: readonly ReportReason[], visit: VisitText): ReportReason[] =>
  reasons.map(({ code, labels: words }) => ({ code, labels: visit(words, reasonPlace(code)) }));

/** The declaration with every text mapped by the visitor. */
export const commentsWithTexts = (
  declaration: CommentsDeclaration,
  visit: VisitText,
): CommentsDeclaration => ({
  ...declaration,
  ...(declaration.reportReasons && { reportReasons: reasonsWithTexts(declaration.reportReasons, visit) }),
});

/** An error that lists every problem of the declaration, one per line. */
export const commentsError = (problems: readonly string[]): Error =>
  new Error(
    `the declaration of comments needs correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Parses the plugin's configuration of comments as far as possible without content types.
 * @returns null where the application declares none
 * @throws Error that lists every problem; it stops the start
 */
export function parseCommentsConfig(config: unknown): ParsedComments | null {
  const { comments } = config as { comments?: unknown };
  const languages = languageCodesOf(config);
  if (comments === undefined) return null;
  const parsed = commentsSchema.safeParse(comments);
  if (!parsed.success) {
    throw commentsError(
      parsed.error.issues.map(({ path, message }) => `comments.${path.join('.')}: ${message}`),
    );
  }
  const { reportReasons = shippedReportReasons(languages) } = parsed.data;
  const codes = reportReasons.map(({ code }) => code);
  const problems = [
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => `the reason "${code}" of reports is declared twice`),
    ...reportReasons.flatMap((reason) => emptyTextProblems(reason.labels, reasonPlace(reason.code))),
  ];
  if (problems.length > 0) throw commentsError(problems);
  return {
    ...parsed.data,
    reportReasons: reasonsWithTexts(reportReasons, (words) => textInEachAndMore(words, languages)),
  };
}
