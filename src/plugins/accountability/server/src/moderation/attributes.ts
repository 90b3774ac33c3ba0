import type { Schema } from '@strapi/strapi';

/** The relation of a reply to the comment it answers. */
export const PARENT = 'parent';

/** What a comment consists of, beside its state and the relations that the declaration names. */
export const COMMENT_ATTRIBUTES = {
  // Twice what people may write: a character of theirs may be two of the database's.
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

/** Those no public address may give, filter or sort by: the content type has to say so too. */
export const PRIVATE_ATTRIBUTES = (Object.keys(COMMENT_ATTRIBUTES) as CommentAttribute[]).filter(
  (name) => 'private' in COMMENT_ATTRIBUTES[name],
);

/** Longest and shortest texts, in characters as people count them (code points). */
export const LIMITS = {
  authorName: { least: 2, most: 80 },
  authorEmail: { least: 3, most: 254 },
  body: { least: 3, most: 4000 },
  details: { least: 0, most: 1000 },
} as const;
