import { DOCUMENT_ID } from '../moderation/document-id';
import { isMailAddress } from '../mail/mail-address';
import { cleanLine } from '../moderation/plain-text';
import { FOLLOW_RHYTHMS, type FollowRhythm } from './schedule';

/** Longest address that mail servers take (RFC 5321). */
const MAX_ADDRESS_LENGTH = 254;

/** What somebody asks for by the form. */
export interface FollowForm {
  readonly subjectId: string;
  readonly email: string;
  readonly rhythm: FollowRhythm;
  /** Whether the honeypot field was filled in. */
  readonly isHoneypotFilled: boolean;
}

/** What is wrong with a form, by field. */
export type FollowFault = 'subject' | 'email' | 'rhythm';

/** Fields of a form by name, as they were sent. */
export type SentFields = Readonly<Record<string, unknown>>;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An e-mail address in lower case, by which it is found again; null for what is none. Pure. */
export function followerAddress(value: unknown): string | null {
  const sent = textIn(value);
  // Cleaning what is too long costs time; UTF-16 units are at least as many as characters.
  if (sent.length > 2 * MAX_ADDRESS_LENGTH) return null;
  const email = cleanLine(sent).toLowerCase();
  return email.length <= MAX_ADDRESS_LENGTH && isMailAddress(email) ? email : null;
}

/**
 * Reads the form.
 * @returns what was asked for, or the fields that are wrong. Pure
 */
export function readFollowForm(
  fields: SentFields,
): { readonly form: FollowForm } | { readonly faults: readonly FollowFault[] } {
  const subjectId = textIn(fields.subject);
  const email = followerAddress(fields.email);
  const rhythm = FOLLOW_RHYTHMS.find((known) => known === fields.rhythm);
  const isSubject = DOCUMENT_ID.test(subjectId);
  if (isSubject && email !== null && rhythm !== undefined) {
    return { form: { subjectId, email, rhythm, isHoneypotFilled: textIn(fields.website) !== '' } };
  }
  return {
    faults: [
      ...(isSubject ? [] : (['subject'] as const)),
      ...(email === null ? (['email'] as const) : []),
      ...(rhythm === undefined ? (['rhythm'] as const) : []),
    ],
  };
}
