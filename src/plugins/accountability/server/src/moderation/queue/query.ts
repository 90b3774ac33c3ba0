import { z } from 'zod';
import { DOCUMENT_ID } from '../document-id';
import { cleanLine } from '../plain-text';
import { cutName } from '../raw-length';
import { Refusal } from '../refusal';

/** The query of a moderator. */
export interface QueueQuery {
  /** Null for every state. */
  readonly state: string | null;
  /** Only those with open reports. */
  readonly reported: boolean;
  /** documentId of the subject. */
  readonly subject: string | null;
  readonly language: string | null;
  /** Minimum score of the screening. */
  readonly score: number | null;
  /** Days of the site, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** Part of the text, the name or the address; null for none. */
  readonly search: string | null;
  readonly newestFirst: boolean;
  /** Row id of the last comment of the previous page. */
  readonly after: number | null;
}

const MAX_SEARCH_LENGTH = 200;

const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay);

/** Expected values of each parameter, for error messages. */
const expectations = (states: readonly string[], languages: readonly string[]) => ({
  state: states.join(', '),
  reported: 'true',
  subject: 'documentId',
  language: languages.join(', '),
  score: '0–100',
  from: 'YYYY-MM-DD',
  to: 'YYYY-MM-DD',
  search: `1–${MAX_SEARCH_LENGTH}`,
  order: 'oldest, newest',
  after: '1–999999999999',
});

/** Cleaned search text; an empty one searches for nothing. */
export const searchText = z
  .string()
  .max(MAX_SEARCH_LENGTH)
  .transform((text) => cleanLine(text) || null);

/**
 * Makes the parser of the queue's parameters. It takes a query as parsed by Strapi, of any shape.
 * @param states codes of the comments' workflow
 * @returns a function that throws a Refusal (400) which names the first parameter that is unknown or invalid
 */
export function queueQuery(states: readonly string[], languages: readonly string[]) {
  const expected: Readonly<Record<string, string>> = expectations(states, languages);
  const schema = z.strictObject({
    state: z.enum(states as [string, ...string[]]).optional(),
    reported: z.literal('true').optional(),
    subject: z.string().regex(DOCUMENT_ID).optional(),
    language: z.enum(languages as [string, ...string[]]).optional(),
    score: z
      .string()
      .regex(/^(\d{1,2}|100)$/)
      .transform(Number)
      .optional(),
    from: day.optional(),
    to: day.optional(),
    search: searchText.optional(),
    order: z.enum(['oldest', 'newest']).optional(),
    after: z
      .string()
      .regex(/^[1-9]\d{0,11}$/)
      .transform(Number)
      .optional(),
  });
  return (query: unknown): QueueQuery => {
    const parsed = schema.safeParse(query);
    if (!parsed.success) throw refusalOf(parsed.error, expected);
    const { state, reported, subject, language, score, from, to, search, order, after } = parsed.data;
    return {
      state: state ?? null,
      reported: reported !== undefined,
      subject: subject ?? null,
      language: language ?? null,
      score: score ?? null,
      from: from ?? null,
      to: to ?? null,
      search: search ?? null,
      newestFirst: order === 'newest',
      after: after ?? null,
    };
  };
}

function refusalOf({ issues }: z.ZodError, expected: Readonly<Record<string, string>>): Refusal {
  const [issue] = issues;
  const known = Object.keys(expected).join(', ');
  if (issue?.code === 'unrecognized_keys') {
    const parameter = cleanLine(cutName(issue.keys[0] ?? ''));
    return new Refusal({ status: 400, code: 'PARAMETER_UNKNOWN', values: { parameter, known } });
  }
  const parameter = String(issue?.path[0] ?? '');
  return new Refusal({
    status: 400,
    code: 'PARAMETER_INVALID',
    values: { parameter, expected: expected[parameter] ?? known },
  });
}
