import { z } from 'zod';
import { RHYTHMS, type Rhythm } from './digest-schedule';

/** An application's declaration of mails about comments. */
export interface NoticesDeclaration {
  /** The state that notifies an author of a rejection. Default: `rejected`. */
  readonly rejected: string;
  /** How often moderators are notified of waiting comments. Default: `off`. */
  readonly digest: Rhythm;
  /** Recipients; empty for those who may approve comments. */
  readonly recipients: readonly string[];
  /** False without a mail server: then nothing is sent, and only a digest's numbers are logged. Default: false. */
  readonly mail: boolean;
}

export const noticesSchema = z.strictObject({
  rejected: z.string().min(1).default('rejected'),
  digest: z.enum(RHYTHMS).default('off'),
  recipients: z.array(z.email()).default([]),
  mail: z.boolean().default(false),
});
