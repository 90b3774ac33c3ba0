import { z } from 'zod';
import { RHYTHMS, type Rhythm } from './digest-schedule';

/** What an application says of mails about comments. */
export interface NoticesDeclaration {
  /** The state that tells an author of a rejection. */
  readonly rejected: string;
  /** How often moderators are told of comments that wait. */
  readonly digest: Rhythm;
  /** Who is told; empty for those who may approve comments. */
  readonly recipients: readonly string[];
  /** False where no mail server is set: then nothing is sent, and a digest is logged by its numbers. */
  readonly mail: boolean;
}

export const noticesSchema = z.strictObject({
  rejected: z.string().min(1),
  digest: z.enum(RHYTHMS),
  recipients: z.array(z.email()),
  mail: z.boolean(),
});
