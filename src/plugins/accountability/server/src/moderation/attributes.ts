import type { Schema } from '@strapi/strapi';

/** The relation of a reply to the comment it answers. */
export const PARENT = 'parent';

/** The attributes of a comment, besides its state and the declared relations. */
export const COMMENT_ATTRIBUTES = {
  // Twice the limit of the form: a character may be two of the database's.
  authorName: { type: 'string', required: true, maxLength: 160 },
  authorEmail: { type: 'email', private: true },
  body: { type: 'text', required: true, maxLength: 8000 },
  language: { type: 'string', maxLength: 10 },
  official: { type: 'boolean', default: false },
  wantsNotice: { type: 'boolean', default: false, private: true },
  screeningScore: { type: 'integer', private: true },
  screeningReasons: { type: 'json', private: true },
  textFingerprint: { type: 'string', private: true },
  subjectId: { type: 'string', private: true },
  parentId: { type: 'string', private: true },
  openReports: { type: 'integer', default: 0, private: true },
  reportedAt: { type: 'datetime', private: true },
} as const satisfies Readonly<Record<string, Schema.Attribute.AnyAttribute>>;

type CommentAttribute = keyof typeof COMMENT_ATTRIBUTES;

/** Private attributes: the content type must mark them too. */
export const PRIVATE_ATTRIBUTES = (Object.keys(COMMENT_ATTRIBUTES) as CommentAttribute[]).filter(
  (name) => 'private' in COMMENT_ATTRIBUTES[name],
);

/** Maximum and minimum lengths, in code points. */
export const LIMITS = {
  authorName: { least: 2, most: 80 },
  authorEmail: { least: 3, most: 254 },
  body: { least: 3, most: 4000 },
  details: { least: 0, most: 1000 },
} as const;
