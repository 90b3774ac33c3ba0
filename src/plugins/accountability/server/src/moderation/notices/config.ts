import { z } from 'zod';
import { RHYTHMS, type Rhythm } from './digest-schedule';

/** What an application says of mails about comments. */
export interface NoticesDeclaration {
  /** The state that tells an author of a rejection. Default: `rejected`. */
  readonly rejected: string;
  /** How often moderators are told of comments that wait. Default: `off`. */
  readonly digest: Rhythm;
  /** Who is told; empty for those who may approve comments. */
  readonly recipients: readonly string[];
  /** False where no mail server is set: then nothing is sent, and a digest is logged by its numbers. Default: false. */
  readonly mail: boolean;
}

export const noticesSchema = z.strictObject({
  rejected: z.string().min(1).default('rejected'),
  digest: z.enum(RHYTHMS).default('off'),
  recipients: z.array(z.email()).default([]),
  mail: z.boolean().default(false),
});
