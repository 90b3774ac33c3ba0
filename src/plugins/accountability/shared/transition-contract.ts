import { z } from 'zod';

/** Body of `POST /accountability/transitions` and `POST /api/accountability/transitions`. */
export const transitionRequest = z.strictObject({
  contentType: z.string().min(1).max(200),
  documentId: z.string().min(1).max(100),
  workflow: z.string().min(1).max(100),
  transition: z.string().min(1).max(100),
  /** The version the caller has read: with it a move never applies to an unseen state. */
  version: z.int().min(0).optional(),
  reason: z.string().max(4000).nullish(),
  /** A localized text is `{en: …, fr: …}`, or a single text for the first language. */
  fields: z.record(z.string(), z.unknown()).optional(),
});

export type TransitionRequest = z.infer<typeof transitionRequest>;
