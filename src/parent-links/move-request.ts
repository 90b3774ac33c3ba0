import { z } from 'zod';

const text = z.string().min(1).max(255);

/** The body of a move: a child, its parent attribute, the present parent and the next one. */
export const moveRequest = z.strictObject({
  contentType: text,
  documentId: text,
  relation: text,
  from: text,
  to: text,
});
