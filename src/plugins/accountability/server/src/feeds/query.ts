import { z } from 'zod';
import { parseQuery as parse, type Fault } from '../http/parse-query';

/** Maximum changes per page of the change feed. */
export const DEFAULT_LIMIT = 1000;
export const MAX_LIMIT = 10_000;
/** Number of changes in the list of the latest ones. */
export const LATEST_DEFAULT = 20;
export const LATEST_MAX = 100;
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

/** Id of a document that a feed is about. */
const subjectOf = z
  .string()
  .regex(/^\w{1,64}$/)
  .optional();
const NOT_ID: Fault = { key: 'not-document-id' };

const localeOf = (languages: readonly string[]) => z.enum(languages).default(languages[0] ?? '');

/** @throws ProblemError 400 that names every invalid parameter */
export const parseLocaleQuery = (query: unknown, languages: readonly string[]) =>
  parse(
    query,
    { locale: localeOf(languages), subject: subjectOf },
    { locale: { key: 'unknown-locale', known: languages }, subject: NOT_ID },
  );

/** @throws ProblemError 400 that names every invalid parameter */
export const parseAtomQuery = (query: unknown, languages: readonly string[]) =>
  parse(
    query,
    { locale: localeOf(languages), before: rowNumber(1).optional(), subject: subjectOf },
    { locale: { key: 'unknown-locale', known: languages }, before: { key: 'not-sequence' }, subject: NOT_ID },
  );

/** @throws ProblemError 400 that names every invalid parameter */
export const parseLatestQuery = (query: unknown) =>
  parse(
    query,
    { limit: wholeNumber(1, LATEST_MAX).default(LATEST_DEFAULT), subject: subjectOf },
    { limit: { key: 'not-limit', received: String(LATEST_MAX) }, subject: NOT_ID },
  );
