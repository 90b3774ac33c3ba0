import { partialDateInWords } from '../../dates/partial-date-in-words';
import type { Mail } from '../../mail/send-mail';
import { say } from './words';

/** A decision to notify its author of. */
export interface NotifiedDecision {
  readonly address: string;
  readonly language: string;
  readonly isApproved: boolean;
  /** The day the comment was written, as an ISO day of the site. */
  readonly day: string;
  /** Title of the subject. */
  readonly title: string;
  /** The unsubscribe address of the comment. */
  readonly unsubscribe: string;
}

/**
 * The mail that notifies an author of a decision. Neither the comment nor its author's name is repeated: anyone may
 * have entered this address to have their words sent to it. Pure.
 */
export function authorMail({
  address,
  language,
  isApproved,
  day,
  title,
  unsubscribe,
}: NotifiedDecision): Mail {
  const decision = isApproved ? 'approved' : 'rejected';
  const date = partialDateInWords(day, null, language);
  return {
    to: address,
    subject: say(language, `${decision}.subject`),
    text: [
      say(language, `${decision}.text`, { date, title }),
      `${say(language, 'why')}\n${unsubscribe}`,
    ].join('\n\n'),
    headers: {
      // One-click unsubscribe (RFC 8058).
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Suppresses automatic replies.
      'Auto-Submitted': 'auto-generated',
    },
  };
}
