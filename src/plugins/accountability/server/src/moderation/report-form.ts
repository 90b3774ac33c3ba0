import { z } from 'zod';
import { LIMITS } from './attributes';
import { dataOf, isFilledIn } from './comment-form';
import { failuresOf, limitValues, linesOrNone, oneOf, proof } from './form-fields';
import { refuseOverlong } from './raw-length';
import { fieldsRefused } from './refusal';

/** A validated report. */
export interface WrittenReport {
  readonly reason: string;
  readonly details: string | null;
  readonly altcha: string | null;
  readonly trapped: boolean;
}

/**
 * Rejects a report that is too long by its raw lengths, before any costly check.
 * @throws Refusal 400
 */
export const measureReport = (body: unknown): void =>
  refuseOverlong(dataOf(body), { details: LIMITS.details });

/**
 * Makes the parser of the report form: it takes the body of a request, of any shape, and throws a Refusal (400)
 * with every invalid field.
 */
export function reportForm({ reasons, honeypot }: { reasons: readonly string[]; honeypot: string }) {
  const schema = z.strictObject({
    reason: oneOf(reasons, 'REASON_UNKNOWN'),
    details: linesOrNone(LIMITS.details),
    altcha: proof,
  });
  const values = { reason: { known: reasons.join(', ') }, details: limitValues(LIMITS.details) };
  return (body: unknown): WrittenReport => {
    const { [honeypot]: trap, ...fields } = dataOf(body);
    const parsed = schema.safeParse(fields);
    if (!parsed.success) throw fieldsRefused(failuresOf(parsed.error, values));
    const { reason, details, altcha } = parsed.data;
    return { reason, details, altcha: altcha ?? null, trapped: isFilledIn(trap) };
  };
}
