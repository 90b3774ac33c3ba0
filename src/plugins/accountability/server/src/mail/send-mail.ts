import type { Core } from '@strapi/strapi';
import { isMailAddress } from './mail-address';

/** A mail to one recipient. */
export interface Mail {
  /** A single address; a list, which a mailer would accept too, is refused. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without it the mail is plain text. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Outcome of a mail. `refused`: the server rejected this recipient permanently. `unreachable`: no server answered,
 * so other mails would fail too. `failed`: any other error.
 */
export type MailOutcome = 'sent' | 'refused' | 'unreachable' | 'failed';

const UNREACHABLE = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ESOCKET', 'EDNS']);

/** Classifies a mailer's error. Pure. */
export function outcomeOf({ code, responseCode }: { code?: string; responseCode?: number }): MailOutcome {
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'failed';
  return UNREACHABLE.has(code ?? '') ? 'unreachable' : 'failed';
}

/**
 * Sends a mail. A failure is logged without the address; retrying is up to the caller.
 * @param what kind of mail, for the log: `A reminder`
 * @param isLastTry whether the caller gives the mail up after this outcome
 */
export async function sendMail(
  strapi: Core.Strapi,
  what: string,
  mail: Mail,
  isLastTry: (outcome: MailOutcome) => boolean = () => false,
): Promise<MailOutcome> {
  if (!isMailAddress(mail.to)) {
    strapi.log.error(`${what} was not sent: its recipient is no e-mail address.`);
    return 'refused';
  }
  try {
    // Without an empty one the provider would send the text as HTML too, with any markup in it.
    await strapi
      .plugin('email')
      .service('email')
      .send({ html: '', ...mail });
    return 'sent';
  } catch (error) {
    // A mail server's reply may repeat the address.
    const failure = error as { code?: string; responseCode?: number };
    const outcome = outcomeOf(failure);
    const next = isLastTry(outcome)
      ? 'it is not tried again: the recipient has been refused too often'
      : 'it is tried again';
    strapi.log.error(`${what} could not be sent (${failure.code ?? 'unknown reason'}); ${next}.`);
    return outcome;
  }
}
