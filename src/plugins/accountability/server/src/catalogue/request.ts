import { z } from 'zod';
import { ProblemError } from '../http/problem-details';

/**
 * The language requested for a metadata document; undefined where none is requested and it contains all.
 * @param takes as the document declares
 * @throws ProblemError 400 that names the parameter
 */
export function parseLocale(
  query: unknown,
  takes: 'optional' | 'one' | undefined,
  languages: readonly string[],
): string | undefined {
  const schema = z.strictObject(takes ? { locale: z.enum(languages).optional() } : {});
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    throw new ProblemError('invalid-query', {
      errors: parsed.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((parameter) => ({
              parameter,
              key: 'unknown-parameter',
              known: takes ? ['locale'] : [],
            }))
          : [{ parameter: 'locale', key: 'unknown-locale', known: languages }],
      ),
    });
  }
  const { locale } = parsed.data as { locale?: string };
  return locale ?? (takes === 'one' ? languages[0] : undefined);
}
