import { z } from 'zod';
import { ProblemError, type ParameterError } from '../http/problem-details';

/** Maximum changes per page of the change feed. */
export const DEFAULT_LIMIT = 1000;
export const MAX_LIMIT = 10_000;
const MAX_SEQUENCE = Number.MAX_SAFE_INTEGER;
/**
 * Highest possible number of a row: the limit of PostgreSQL's column, which rejects larger numbers in comparisons.
 */
const LAST_NUMBER = 2 ** 31 - 1;

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

/** The number of a row, or one beyond all rows. */
const rowNumber = (min: number) =>
  wholeNumber(min, MAX_SEQUENCE).transform((value) => Math.min(value, LAST_NUMBER));

/** Message of each invalid parameter. */
type Fault = Omit<ParameterError, 'parameter'>;

function parse<Shape extends z.ZodRawShape>(
  query: unknown,
  shape: Shape,
  faults: Readonly<Record<keyof Shape & string, Fault>>,
): z.infer<z.ZodObject<Shape>> {
  const parsed = z.strictObject(shape).safeParse(query);
  if (parsed.success) return parsed.data as z.infer<z.ZodObject<Shape>>;
  const errors = parsed.error.issues.flatMap((issue): ParameterError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((parameter) => ({
        parameter,
        key: 'unknown-parameter',
        known: Object.keys(shape),
      }));
    }
    const parameter = String(issue.path[0]);
    return [{ parameter, ...(faults[parameter] as Fault) }];
  });
  // A list in place of one value breaks several rules at once.
  const named = new Map(errors.map((error) => [error.parameter, error]));
  throw new ProblemError('invalid-query', { errors: [...named.values()] });
}

/** @throws ProblemError 400 that names every invalid parameter */
export const parseChangesQuery = (query: unknown) =>
  parse(
    query,
    {
      since: rowNumber(0).default(0),
      limit: wholeNumber(1, MAX_LIMIT).default(DEFAULT_LIMIT),
    },
    { since: { key: 'not-sequence' }, limit: { key: 'not-limit', received: String(MAX_LIMIT) } },
  );

const localeOf = (languages: readonly string[]) => z.enum(languages).default(languages[0] ?? '');

/** @throws ProblemError 400 that names every invalid parameter */
export const parseLocaleQuery = (query: unknown, languages: readonly string[]) =>
  parse(query, { locale: localeOf(languages) }, { locale: { key: 'unknown-locale', known: languages } });

/** @throws ProblemError 400 that names every invalid parameter */
export const parseAtomQuery = (query: unknown, languages: readonly string[]) =>
  parse(
    query,
    { locale: localeOf(languages), before: rowNumber(1).optional() },
    { locale: { key: 'unknown-locale', known: languages }, before: { key: 'not-sequence' } },
  );
