import { DOCUMENT_ID } from './document-id';
import { Refusal } from './refusal';

/** The query of a public list of comments. */
export interface CommentsQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly newestFirst: boolean;
  /** Only those written in this language. */
  readonly locale: string | null;
  /** Answers to this comment, instead of the comments of the first level. */
  readonly parent: string | null;
}

/** Page size: maximum and default. */
export const MAX_PAGE_SIZE = 100;
export const USUAL_ON_A_PAGE = 25;
const PARAMETERS = ['locale', 'sort', 'parent', 'pagination[page]', 'pagination[pageSize]'];

const unknown = (parameter: string): Refusal =>
  new Refusal({
    status: 400,
    code: 'PARAMETER_UNKNOWN',
    values: { parameter: parameter.slice(0, 50), known: PARAMETERS.join(', ') },
  });

const invalid = (parameter: string, expected: string): Refusal =>
  new Refusal({ status: 400, code: 'PARAMETER_INVALID', values: { parameter, expected } });

function wholeNumber(value: unknown, parameter: string, usual: number, most: number): number {
  if (value === undefined) return usual;
  const number = typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) throw invalid(parameter, `1–${most}`);
  return number;
}

function oneOf<T extends string>(value: unknown, parameter: string, choices: readonly T[]): T | null {
  if (value === undefined) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw invalid(parameter, choices.join(', '));
  return choice;
}

/**
 * Parses the parameters of a page of comments. There are no others: filters, sorting and population by private
 * attributes are impossible.
 * @param query parsed by Strapi, of any shape
 * @throws Refusal 400 that names the parameter
 */
export function parseCommentsQuery(
  query: Readonly<Record<string, unknown>>,
  languages: readonly string[],
): CommentsQuery {
  const known = new Set(['locale', 'sort', 'parent', 'pagination']);
  const unknownName = Object.keys(query).find((name) => !known.has(name));
  if (unknownName !== undefined) throw unknown(unknownName);
  const { pagination = {}, parent } = query;
  if (typeof pagination !== 'object' || pagination === null || Array.isArray(pagination)) {
    throw unknown('pagination');
  }
  const strange = Object.keys(pagination).find((name) => name !== 'page' && name !== 'pageSize');
  if (strange !== undefined) throw unknown(`pagination[${strange}]`);
  if (parent !== undefined && !(typeof parent === 'string' && DOCUMENT_ID.test(parent))) {
    throw invalid('parent', 'documentId');
  }
  const { page, pageSize } = pagination as Record<string, unknown>;
  return {
    page: wholeNumber(page, 'pagination[page]', 1, 1_000_000),
    pageSize: wholeNumber(pageSize, 'pagination[pageSize]', USUAL_ON_A_PAGE, MAX_PAGE_SIZE),
    newestFirst: oneOf(query.sort, 'sort', ['createdAt:desc', 'createdAt:asc']) !== 'createdAt:asc',
    locale: oneOf(query.locale, 'locale', languages),
    parent: (parent as string | undefined) ?? null,
  };
}
