import { partialDateInWords } from '../../dates/partial-date-in-words';
import type { Mail } from '../../mail/send-mail';
import { say } from './words';

/** A decision its author wants to be told of. */
export interface NotifiedDecision {
  readonly address: string;
  readonly language: string;
  readonly isApproved: boolean;
  /** The day the comment was written, as an ISO day of the site. */
  readonly day: string;
  /** What was commented on. */
  readonly title: string;
  /** The address that ends mails about the comment. */
  readonly unsubscribe: string;
}

/**
 * Tells an author of a decision. Neither the comment nor its name is repeated: anyone may have given this address,
 * and would have us send their words to it. Pure.
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
      // A mail program's own button ends them, without a visit (RFC 8058).
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // No answering machine answers.
      'Auto-Submitted': 'auto-generated',
    },
  };
}
