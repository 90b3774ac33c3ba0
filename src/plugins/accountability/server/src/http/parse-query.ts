import { z } from 'zod';
import { ProblemError, type ParameterError } from './problem-details';

/** Message of an invalid parameter. */
export type Fault = Omit<ParameterError, 'parameter'>;

/**
 * Parses the parameters of a request strictly: one that is unknown, or given twice, is invalid.
 * @param faults message of each invalid parameter
 * @throws ProblemError 400 that names every invalid parameter
 */
export function parseQuery<Shape extends z.ZodRawShape>(
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
