import type { Mail } from '../mail/send-mail';
import { mailOfParts } from './digest-mail';
import type { FollowRhythm } from './schedule';
import { followWord } from './words';

/** What a confirmation mail needs. */
export interface Confirmation {
  readonly address: string;
  readonly language: string;
  readonly rhythm: FollowRhythm;
  /** Title of the document. */
  readonly title: string;
  /** Address that confirms. */
  readonly url: string;
  /** Days for which it holds. */
  readonly days: number;
}

/** The mail that asks whether its address is to follow a document: anyone may have given the address. Pure. */
export const confirmationMail = ({ address, language, rhythm, title, url, days }: Confirmation): Mail => ({
  to: address,
  subject: followWord(language, 'confirm.subject', { title }),
  ...mailOfParts(
    [
      { text: followWord(language, `confirm.text-${rhythm}`, { title }) },
      { text: followWord(language, 'confirm.link', { days }), url },
      { text: followWord(language, 'confirm.ignore') },
    ],
    language,
  ),
  headers: { 'Auto-Submitted': 'auto-generated' },
});
